// The words themselves: shown, marked in the article with the mouse, or typed as they stand there.

import { button, h, said, select } from "./dom.js";

export function wordsEditor(desk) {
    const { record } = desk.draft;
    if (desk.marking.isTyping) return typing(desk);
    const words = record.segments.map(([start, end]) => desk.text.slice(start, end)).join(" … ");
    const shown = words
        ? h("blockquote", {}, words)
        : h("p", { class: "quiet" }, "Mark the words in the article, or type them.");
    if (!desk.mayEdit)
        return h(
            "section",
            { class: "part words" },
            shown,
            h("p", { class: "about" }, said(record.form)),
        );
    const form = select("Form", desk.words.forms, record.form, (value) =>
        desk.edit(() => (record.form = value)),
    );
    return h(
        "section",
        { class: "part words", "aria-label": "Words" },
        shown,
        h(
            "p",
            { class: "words-tools" },
            form,
            " ",
            h("kbd", { "aria-hidden": "true" }, "f"),
            button("Other words", "w", () => desk.marking.startTyping(), { class: "quiet-button" }),
            desk.draft.isChanged && !desk.isNew
                ? button("As proposed", "", () => desk.look(), { class: "quiet-button" })
                : "",
        ),
    );
}

function typing(desk) {
    const words = desk.draft.record.segments
        .map(([start, end]) => desk.text.slice(start, end))
        .join("\n");
    const area = h("textarea", {
        rows: "4",
        id: "review-words",
        "aria-label":
            "The words as they stand in the article; each run of words on a line of its own",
        keydown: (event) => {
            if (event.key === "Enter" && !event.shiftKey) {
                event.preventDefault();
                event.stopPropagation();
                desk.marking.takeTyped(area.value);
            }
        },
    });
    area.value = words;
    return h(
        "section",
        { class: "part words" },
        area,
        h(
            "p",
            { class: "about" },
            "As they stand in the article. ",
            h("kbd", {}, "⇧⏎"),
            " for another run of words, ",
            h("kbd", {}, "⏎"),
            " to take them, ",
            h("kbd", {}, "Esc"),
            " to leave them.",
        ),
    );
}
