// A chosen speaker as the panel shows it, and who else it may be.

import { button, h } from "./dom.js";
import { mustChoose } from "./draft.js";
import { kindSaid } from "./fields.js";

export function speakerShown(speaker, meant, { brief = false } = {}) {
    if (!speaker) return h("span", { class: "quiet" }, "nobody yet");
    if (brief) return h("span", {}, h("strong", {}, speaker.name), " ", tag(speaker, meant));
    const because = speaker.number !== null && meant[speaker.proposed_as]?.because;
    return h(
        "span",
        { class: "speaker" },
        h("strong", {}, speaker.name),
        " ",
        tag(speaker, meant),
        speaker.about ? h("span", { class: "about" }, ` ${speaker.about}`) : "",
        because ? h("span", { class: "about" }, ` (${because})`) : "",
        grantedBy(speaker),
    );
}

function tag(speaker, meant) {
    if (mustChoose(speaker, meant))
        return h("span", { class: "tag open" }, "several of that name: choose");
    if (speaker.number !== null) return h("span", { class: "tag held" }, "held");
    return h("span", { class: "tag new" }, `new ${kindSaid(speaker.kind)}`);
}

function grantedBy(speaker) {
    const hidden = speaker.number !== null || speaker.kind !== "anonymous" || !speaker.granted_by;
    return hidden
        ? ""
        : h("span", { class: "about" }, ` granted anonymity by ${speaker.granted_by.name}`);
}

// Whoever else the proposed speaker may be, offered by button and key, and never chosen unasked.
export function offers(speaker, meant, take) {
    const offered = meant[speaker?.proposed_as]?.offered || [];
    const others = offered.filter((one) => one.number !== speaker.number);
    if (!others.length) return "";
    const intro = speaker.kind === "anonymous" ? "Perhaps the same source as" : "This may be";
    return h(
        "ul",
        { class: "offers", "aria-label": intro },
        others.map((one, number) =>
            h(
                "li",
                {},
                number ? "or" : intro,
                " ",
                button(one.name, number ? "" : "s", () => take(one)),
                " ",
                h("span", { class: "about" }, one.about),
            ),
        ),
    );
}
