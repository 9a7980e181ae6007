// The chain of hands, from whoever spoke to the last before the article, to read and to edit.

import { button, h, input, said, select } from "./dom.js";
import { speakerShown } from "./speaker.js";

export function chainEditor(desk) {
    const chain = desk.draft.record.chain;
    return h(
        "section",
        { class: "part chain", "aria-label": "Chain" },
        h("h3", {}, "Chain"),
        chain.length
            ? h(
                  "ol",
                  { start: "0" },
                  chain.map((hop, position) => hopShown(desk, hop, position)),
              )
            : h("p", { class: "quiet" }, "No hop: the article names nobody."),
        desk.mayEdit
            ? button("Add a hop", "c", () => desk.addHop(), { class: "quiet-button" })
            : "",
    );
}

function hopShown(desk, hop, position) {
    if (!desk.mayEdit) return h("li", {}, hopLine(desk, hop));
    const change = (name) => (value) => desk.edit(() => (hop[name] = value));
    const field = desk.fieldAt(position);
    return h(
        "li",
        {},
        h(
            "div",
            { class: "hop-who" },
            field || speakerShown(hop.speaker, desk.meant, { brief: true }),
            field
                ? ""
                : button("Change", "", () => desk.openSpeaker(position), {
                      class: "quiet-button",
                      "aria-label": `Change the speaker of hop ${position}`,
                  }),
        ),
        h(
            "div",
            { class: "hop-how" },
            select(
                `Relation of hop ${position}`,
                desk.words.relations,
                hop.relation,
                change("relation"),
            ),
            select(`Medium of hop ${position}`, desk.words.media, hop.medium, change("medium"), {
                blank: "no medium",
            }),
            select(
                `Certainty of hop ${position}`,
                desk.words.certainties,
                hop.certainty,
                change("certainty"),
            ),
            moves(desk, position),
        ),
        h(
            "details",
            { class: "hop-more" },
            h("summary", {}, more(hop)),
            h(
                "label",
                {},
                "As printed ",
                input(
                    `As printed, hop ${position}`,
                    hop.attributed_as,
                    (value) => (hop.attributed_as = value),
                    { maxlength: "300" },
                ),
            ),
            h(
                "label",
                {},
                "Evidence ",
                input(
                    `Evidence, hop ${position}`,
                    hop.evidence,
                    (value) => (hop.evidence = value),
                    { maxlength: "200" },
                ),
            ),
        ),
    );
}

function more(hop) {
    if (hop.evidence) return `“${hop.evidence}”`;
    return hop.attributed_as ? `as “${hop.attributed_as}”` : "as printed, evidence";
}

function moves(desk, position) {
    const last = desk.draft.record.chain.length - 1;
    const step = (label, name, act, disabled) =>
        button(label, "", act, {
            class: "step",
            "aria-label": `${name} hop ${position}`,
            title: name,
            disabled,
        });
    return h(
        "span",
        { class: "steps" },
        step(
            "↑",
            "Move up",
            () => desk.edit((draft) => draft.moveHop(position, -1)),
            position === 0,
        ),
        step(
            "↓",
            "Move down",
            () => desk.edit((draft) => draft.moveHop(position, 1)),
            position === last,
        ),
        step("✕", "Remove", () => desk.edit((draft) => draft.removeHop(position)), false),
    );
}

function hopLine(desk, hop) {
    const how = [hop.relation, hop.medium, hop.certainty].filter(Boolean).map(said).join(", ");
    return [
        speakerShown(hop.speaker, desk.meant, { brief: true }),
        " ",
        h("span", { class: "about" }, how),
    ];
}
