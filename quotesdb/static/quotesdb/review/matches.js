// The held quotes that the words may be a printing of, with what differs, word by word.

import { button, h, said } from "./dom.js";

const WORDS_BESIDE = 6;

export function matchesShown(desk) {
    const field = desk.fieldAt("quote");
    const look = button(
        desk.matches.length ? "Another quote" : "Look for the quote",
        "m",
        () => desk.openQuote(),
        {
            class: "quiet-button",
        },
    );
    if (!desk.matches.length && !field) return desk.mayEdit ? h("p", { class: "part" }, look) : "";
    return h(
        "section",
        { class: "part matches", "aria-label": "Looks like" },
        h("h3", {}, "Looks like"),
        h(
            "ol",
            {},
            desk.matches.map((match, number) => one(desk, match, number)),
        ),
        field || (desk.mayEdit ? look : ""),
    );
}

function one(desk, match, number) {
    const printings = `${match.printings} printing${match.printings === 1 ? "" : "s"}`;
    const about = [
        match.speaker ? `said by ${match.speaker}` : "speaker unknown",
        match.said,
        printings,
    ]
        .filter(Boolean)
        .join(", ");
    return h(
        "li",
        { class: match.is_same ? "same" : "" },
        h(
            "p",
            {},
            h("a", { href: match.address, target: "_blank" }, `Quote ${match.quote}`),
            `, ${about}: `,
            h("strong", {}, match.is_same ? said(match.kind) : `perhaps (${said(match.kind)})`),
        ),
        h("p", { class: "operations" }, operations(match)),
        desk.mayEdit
            ? button(
                  `Accept as a wording of quote ${match.quote}`,
                  String(number + 1),
                  () => desk.accept(match.quote),
                  { class: "quiet-button" },
              )
            : "",
    );
}

function operations(match) {
    const changed = match.operations.some((step) => step.op !== "kept");
    if (!changed) return ["“", match.text, "” – no word differs."];
    return match.operations.flatMap((step, number) => [number ? " " : "", shown(step)]);
}

function shown(step) {
    switch (step.op) {
        case "kept":
            return h("span", {}, shortened(step.to));
        case "dropped":
            return h("del", { title: "not here" }, step.from);
        case "added":
            return h("ins", { title: "only here" }, step.to);
        case "replaced":
            return [
                h("del", { title: "there" }, step.from),
                " ",
                h("ins", { title: "here" }, step.to),
            ];
        default:
            return h(
                "span",
                { class: "moved", title: "moved" },
                step.from ? `[${step.from} ↷]` : `[↷ ${step.to}]`,
            );
    }
}

// What is kept is shown by its ends: the eye is for what differs.
function shortened(words) {
    const all = words.split(" ");
    if (all.length <= WORDS_BESIDE * 2 + 1) return words;
    return `${all.slice(0, WORDS_BESIDE).join(" ")} … ${all.slice(-WORDS_BESIDE).join(" ")}`;
}
