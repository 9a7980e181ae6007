// The article's text with what was found in it, each where it stands.

import { h } from "./dom.js";

const SIGNS = {
    waiting: "?",
    accepted: "✓",
    corrected: "✓",
    rejected: "✕",
    recorded: "•",
    draft: "+",
};

export class ArticleView {
    // `pick` is told which item was clicked, `mark` when marking begins and ends, and of what.
    constructor(place, text, { pick, mark }) {
        Object.assign(this, { place, text, pick, mark });
        place.addEventListener("mousedown", () => this.mark.begins());
        document.addEventListener("mouseup", () => setTimeout(() => this.mark.ends()));
        place.addEventListener("mouseup", (event) => this.released(event));
    }

    draw(items) {
        this.items = items;
        const cuts = cutsOf(items, this.text.points.length);
        const lines = linesOf(this.text.points);
        this.place.replaceChildren(...lines.map(([start, end]) => this.line(start, end, cuts)));
    }

    line(start, end, cuts) {
        const inside = cuts.filter((cut) => cut > start && cut < end);
        const edges = [start, ...inside, end];
        const runs = edges.slice(0, -1).map((edge, number) => this.run(edge, edges[number + 1]));
        return h("p", {}, runs);
    }

    run(start, end) {
        const around = this.items
            .filter((item) => item.segments.some(([first, last]) => first <= start && end <= last))
            .sort((a, b) => spread(b) - spread(a));
        const words = this.text.slice(start, end);
        if (!around.length) return h("span", { "data-start": start }, words);
        const opening = around.filter((item) => item.segments[0][0] === start);
        return [opening.map(badge), this.marked(around, start, words)];
    }

    marked(around, start, words) {
        const inmost = around.at(-1);
        const focus = around.find((item) => item.focus);
        const shown = focus || inmost;
        const classes = [
            "found",
            shown.state,
            `depth-${Math.min(around.length, 3)}`,
            focus ? "focus" : "",
        ];
        return h(
            "mark",
            {
                class: classes.join(" ").trim(),
                "data-start": start,
                "data-item": inmost.key,
                title: inmost.title,
            },
            words,
        );
    }

    released(event) {
        const selection = document.getSelection();
        const range = selection.rangeCount ? selection.getRangeAt(0) : null;
        if (!range || range.collapsed || !this.place.contains(range.commonAncestorContainer)) {
            const item = event.target.closest("[data-item]");
            if (item) this.pick(item.dataset.item);
            return;
        }
        const start = this.placeOf(range.startContainer, range.startOffset);
        const end = this.placeOf(range.endContainer, range.endOffset);
        selection.removeAllRanges();
        if (end > start) this.mark.mark(start, end, event.ctrlKey || event.metaKey || event.altKey);
    }

    placeOf(node, offset) {
        const run =
            node.nodeType === Node.TEXT_NODE ? node.parentElement.closest("[data-start]") : null;
        if (run) return Number(run.dataset.start) + Array.from(node.data.slice(0, offset)).length;
        const point = document.createRange();
        point.setStart(node, offset);
        const next = [...this.place.querySelectorAll("[data-start]")].find(
            (one) => point.comparePoint(one, 0) >= 0,
        );
        return next ? Number(next.dataset.start) : this.text.points.length;
    }

    // Bring the focused words into view without moving more than needed.
    reveal() {
        const first = this.place.querySelector(".focus");
        if (!first) return;
        const box = first.getBoundingClientRect();
        const frame = this.place.getBoundingClientRect();
        const top = Math.max(frame.top, 0);
        const bottom = Math.min(frame.bottom, window.innerHeight);
        if (box.top < top + 20 || box.bottom > bottom - 60) {
            first.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
        }
    }
}

function badge(item) {
    const text = `${item.label || ""}${SIGNS[item.state]}`;
    return h(
        "span",
        {
            class: `badge ${item.state}${item.focus ? " focus" : ""}`,
            "data-item": item.key,
            "aria-hidden": "true",
        },
        text,
    );
}

function spread(item) {
    return item.segments.reduce((sum, [start, end]) => sum + end - start, 0);
}

function cutsOf(items, length) {
    const cuts = new Set(items.flatMap((item) => item.segments.flat()));
    return [...cuts].filter((cut) => cut > 0 && cut < length).sort((a, b) => a - b);
}

// Lines with something in them, as pairs of start and end.
function linesOf(points) {
    const lines = [];
    let start = 0;
    for (let place = 0; place <= points.length; place += 1) {
        if (place === points.length || points[place] === "\n") {
            if (points.slice(start, place).some((point) => point.trim()))
                lines.push([start, place]);
            start = place + 1;
        }
    }
    return lines;
}

function calm() {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
