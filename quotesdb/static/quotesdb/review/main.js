// The review page: puts the desk, the article, the panel, the keys and the taking together.

import { ArticleView } from "./article.js";
import { Desk } from "./desk.js";
import { showHelp } from "./help.js";
import { keysOf, listen } from "./keys.js";
import { panel } from "./panel.js";
import { Text } from "./places.js";
import { Taking } from "./taking.js";

const A_WHILE = 8000;

const find = (name) => document.querySelector(`[data-${name}]`);
const state = JSON.parse(document.getElementById("review-state").textContent);
const text = new Text(state.body);

const desk = new Desk(state, text, draw);
const taking = new Taking(desk, find("taken"));
const view = new ArticleView(find("article"), text, {
    pick: (key) => desk.pick(key),
    mark: desk.marking,
});
const page = {
    takeOver: () => desk.isTakenByAnother && desk.mayDecide && taking.take(true),
    toQueue: () => window.location.assign(desk.home),
    help: () => showHelp(find("help"), keys),
};
const keys = keysOf(desk, page);

function draw({ article = false, focus = "" } = {}) {
    view.draw(items());
    if (!article) drawPanel(focus);
    find("panel").setAttribute("aria-busy", String(desk.isWorking));
    taking.draw();
    const decided = desk.candidates.filter((one) => one.decision !== "waiting").length;
    find("progress").textContent = `${decided} of ${desk.candidates.length} decided`;
    document.querySelector(".review-progress progress").value = desk.candidates.length
        ? decided / desk.candidates.length
        : 1;
    say("said", desk.message);
    fade();
    say("refused", desk.refusal);
    const shown = `${desk.focus?.number} ${JSON.stringify(desk.draft?.record.segments)}`;
    if (view.shown !== shown) view.reveal();
    view.shown = shown;
}

// What went well is said for a while; what was refused stays until something else is done.
function fade() {
    if (!desk.message || view.said === desk.message) return;
    view.said = desk.message;
    clearTimeout(view.fading);
    view.fading = setTimeout(() => {
        desk.message = view.said = "";
        say("said", "");
    }, A_WHILE);
}

function say(name, words) {
    if (find(name).textContent !== words) find(name).textContent = words;
}

// The panel anew; whoever was in one of its fields stays there.
function drawPanel(focus) {
    const place = find("panel");
    const active = place.contains(document.activeElement) ? document.activeElement : null;
    const label = active?.getAttribute("aria-label") || "";
    const wasIn = active?.id || active?.textContent;
    const open = [...place.querySelectorAll("details")].map((one) => one.open);
    const before = place.dataset.of;
    desk.isDrawing = true;
    place.replaceChildren(...panel(desk).flat().filter(Boolean));
    desk.isDrawing = false;
    place.dataset.of = String(desk.focus?.number);
    if (before === place.dataset.of) restore(place, open);
    else place.scrollTop = 0;
    const target =
        place.querySelector(focus || ".finder-field, #review-words") ||
        (active && same(place, label, wasIn));
    if (target) target.focus();
}

function restore(place, open) {
    const details = [...place.querySelectorAll("details")];
    if (details.length === open.length) details.forEach((one, number) => (one.open = open[number]));
}

function same(place, label, wasIn) {
    const all = [...place.querySelectorAll("button, select, input, summary, a")];
    return all.find((one) =>
        label ? one.getAttribute("aria-label") === label : (one.id || one.textContent) === wasIn,
    );
}

function items() {
    const found = desk.candidates.map((one, number) => item(one, String(number + 1)));
    const recorded = desk.recorded
        .filter((one) => one.segments.length)
        .map((one) => ({
            key: "",
            state: "recorded",
            segments: one.segments,
            label: "",
            title: `Recorded in quote ${one.quote}`,
        }));
    const added = desk.isNew && desk.draft.record.segments.length ? [item(desk.focus, "")] : [];
    return [...recorded, ...found, ...added];
}

function item(one, label) {
    const focus = one === desk.focus;
    const segments =
        (focus &&
            desk.draft?.record.segments.length &&
            one.decision === "waiting" &&
            desk.draft.record.segments) ||
        one.segments;
    const isCorrected = focus && JSON.stringify(segments) !== JSON.stringify(one.segments);
    const title = [one.speaker || "speaker unknown", one.decision].join(", ");
    return {
        key: one.number,
        state: isCorrected ? "draft" : one.decision,
        segments,
        label,
        focus,
        title,
    };
}

document.querySelector("[data-key=waiting]").addEventListener("click", () => desk.firstWaiting());
document.querySelector("[data-key=help]").addEventListener("click", page.help);
listen(desk, keys);
taking.start();
desk.firstWaiting();
