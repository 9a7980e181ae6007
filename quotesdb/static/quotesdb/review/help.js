// The overlay with all keys, and the switch for those who cannot have single letters act.

import { button, h } from "./dom.js";
import { areOff, turn } from "./keys.js";

export function showHelp(dialog, keys) {
    const rows = keys
        .filter((one) => one.shown)
        .map((one) => [
            h(
                "dt",
                {},
                one.shown.split(" ").map((key) => [h("kbd", {}, key), " "]),
            ),
            h("dd", {}, one.said),
        ]);
    const off = (event) => turn(event.target.checked);
    dialog.replaceChildren(
        h("h2", { id: "review-help-heading" }, "Keys"),
        h("dl", {}, rows),
        h(
            "p",
            {},
            "With the mouse: mark words in the article to correct those in focus; hold ",
            h("kbd", {}, "Ctrl"),
            " or ",
            h("kbd", {}, "Alt"),
            " to add a second run of words.",
        ),
        h(
            "p",
            {},
            h(
                "label",
                {},
                h("input", { type: "checkbox", checked: areOff(), change: off }),
                " Keys do nothing; I use the buttons",
            ),
        ),
        h(
            "p",
            {},
            button("Close", "Esc", () => dialog.close(), { class: "default" }),
        ),
    );
    dialog.showModal();
}
