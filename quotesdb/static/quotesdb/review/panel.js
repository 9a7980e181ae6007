// What would be recorded of the candidate in focus, beside the article.

import { chainEditor } from "./chain.js";
import { button, h, input, said } from "./dom.js";
import { matchesShown } from "./matches.js";
import { offers, speakerShown } from "./speaker.js";
import { wordsEditor } from "./words.js";

export function panel(desk) {
    if (!desk.focus) return [finished(desk)];
    if (!desk.draft) return [head(desk), ...lookingUp(desk)];
    const decided = desk.focus.decision !== "waiting";
    const parts = [
        wordsEditor(desk),
        decided ? outcome(desk) : matchesShown(desk),
        who(desk),
        chainEditor(desk),
        nesting(desk),
        more(desk),
    ];
    return [head(desk), ...parts, desk.isRejecting ? reasons(desk) : deeds(desk)];
}

function lookingUp(desk) {
    const words = desk.failed || "Looking up what is held already …";
    return [
        h("p", { class: "quiet", role: "status" }, words),
        desk.failed ? button("Try again", "", () => desk.look()) : "",
    ];
}

function finished(desk) {
    const none = !desk.candidates.length;
    const words = none
        ? "The reader found nothing in this article."
        : "Everything here is decided.";
    return h(
        "div",
        { class: "finished" },
        h("h2", {}, words),
        h(
            "p",
            {},
            h("a", { class: "button", href: desk.home, id: "review-on" }, "Back to the queue"),
            " ",
        ),
        desk.mayDecide
            ? h(
                  "p",
                  { class: "quiet" },
                  "Is a quote missing? Mark its words in the article and press ",
                  h("kbd", {}, "a"),
                  ".",
              )
            : "",
    );
}

function head(desk) {
    const one = desk.focus;
    const place = desk.isNew
        ? "Found by hand"
        : `${desk.candidates.indexOf(one) + 1} of ${desk.candidates.length}`;
    const about = desk.isNew
        ? ""
        : `${Math.round(one.confidence * 100)} % sure, rule “${one.rule}”`;
    return h(
        "header",
        { class: "panel-head" },
        h("h2", {}, place, " ", h("span", { class: `tag ${one.decision}` }, said(one.decision))),
        h("p", { class: "quiet" }, about),
    );
}

function who(desk) {
    const { speaker } = desk.draft.record;
    const field = desk.fieldAt("speaker");
    const change =
        desk.mayEdit && !field
            ? button("Change", "e", () => desk.openSpeaker("speaker"), { class: "quiet-button" })
            : "";
    return h(
        "section",
        { class: "part who", "aria-label": "Said by" },
        h("h3", {}, "Said by"),
        h("div", { class: "who-line" }, field || speakerShown(speaker, desk.meant), " ", change),
        desk.mayEdit ? offers(speaker, desk.meant, (one) => desk.takeOffer(one)) : "",
    );
}

function nesting(desk) {
    const outer = desk.outer;
    if (!outer) return "";
    const change = (event) =>
        desk.edit((draft) => (draft.record.nested_in = event.target.checked ? outer.number : null));
    return h(
        "label",
        { class: "part nesting" },
        h("input", {
            type: "checkbox",
            checked: desk.draft.record.nested_in !== null,
            disabled: !desk.mayEdit,
            change,
        }),
        ` It stands inside “${outer.words}”`,
    );
}

function more(desk) {
    const { record } = desk.draft;
    if (!desk.mayEdit) return "";
    const day = (label, name) =>
        h(
            "label",
            {},
            `${label} `,
            input(label, record[name], (value) => (record[name] = value || null), { type: "date" }),
        );
    const translated = (event) => desk.edit(() => (record.is_translation = event.target.checked));
    return h(
        "details",
        { class: "part more", open: Boolean(record.said_from || record.said_until) },
        h("summary", {}, "Cue, day, translation"),
        h(
            "label",
            {},
            "Cue ",
            input("Cue", record.cue, (value) => (record.cue = value), { maxlength: "100" }),
        ),
        day("Said on or after", "said_from"),
        day("Said on or before", "said_until"),
        h(
            "label",
            {},
            h("input", { type: "checkbox", checked: record.is_translation, change: translated }),
            " translated by the article",
        ),
    );
}

function outcome(desk) {
    const one = desk.focus;
    return h(
        "section",
        { class: "part outcome" },
        h(
            "p",
            {},
            `${became(one)}, by ${one.decided_by || "somebody"}.`,
            one.appearance
                ? [" ", h("a", { href: one.address, target: "_blank" }, "Its record")]
                : "",
        ),
    );
}

function became(one) {
    if (one.decision === "rejected") {
        return `Rejected as ${said(one.rejection)}${one.remark ? `: ${one.remark}` : ""}`;
    }
    if (!one.quote) return "Recorded, and deleted since";
    const how = one.decision === "corrected" ? "Corrected and recorded" : "Recorded";
    return `${how} in quote ${one.quote}`;
}

function deeds(desk) {
    if (!desk.mayDecide || desk.isTakenByAnother) return "";
    const likely = desk.likely;
    const disabled = desk.isBusy;
    if (desk.focus.decision !== "waiting") {
        return h(
            "footer",
            { class: "deeds" },
            button("Take it back", "u", () => desk.undo(), { disabled }),
            button("Next", "j", () => desk.step(1)),
        );
    }
    const accept = likely
        ? `Accept as a wording of quote ${likely.quote}`
        : "Accept as a new quote";
    return h(
        "footer",
        { class: "deeds" },
        button(accept, "⏎", () => desk.accept(likely?.quote ?? null), {
            class: "default",
            disabled,
            id: "review-accept",
        }),
        likely ? button("As a new quote", "n", () => desk.accept(null), { disabled }) : "",
        desk.isNew
            ? button("Leave it", "Esc", () => desk.dropNew())
            : button("Reject", "r", () => desk.startRejecting(), { disabled }),
        likely ? warning(likely, desk.draft.record) : "",
    );
}

// Where the article would be recorded as naming another than the quote's speaker.
function warning(likely, { speaker, chain }) {
    const named = chain[0]?.speaker || speaker;
    if (!named || !likely.speaker || named.number === likely.speaker_number) return "";
    return h(
        "p",
        { class: "about warning" },
        `Quote ${likely.quote} is said by ${likely.speaker}; this article would be recorded as ` +
            `naming somebody else. Choose the same speaker if it is the same.`,
    );
}

function reasons(desk) {
    const one = (reason, number) =>
        h(
            "li",
            {},
            button(said(reason), String(number + 1), () => desk.reject(reason)),
        );
    return h(
        "footer",
        { class: "deeds rejecting", role: "group", "aria-label": "Why is it rejected?" },
        h("p", {}, "Why?"),
        h("ol", {}, desk.words.rejections.map(one)),
        h(
            "label",
            {},
            "Remark ",
            input("Remark", desk.remark, (value) => (desk.remark = value), { maxlength: "500" }),
        ),
        button("Do not reject", "Esc", () => desk.stopRejecting(), { class: "quiet-button" }),
    );
}
