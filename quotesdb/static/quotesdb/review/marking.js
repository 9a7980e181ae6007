// Other words for the candidate in focus: marked with the mouse, moved by keys, or typed.

import { ask } from "./asking.js";
import { inOrder } from "./places.js";

const SOON = 150;
const LONGEST_SHOWN = 80;

export class Marking {
    constructor(desk) {
        this.desk = desk;
        this.isTyping = this.isAsking = false;
    }

    get text() {
        return this.desk.text;
    }

    get segments() {
        return this.desk.draft?.record.segments || [];
    }

    // While the mouse marks words, a field that it left is not left for good.
    begins() {
        this.isUnderWay = true;
    }

    ends() {
        this.isUnderWay = false;
        const { field } = this.desk.choosing;
        if (field && document.activeElement !== field.field) this.desk.choosing.left();
    }

    // Where nothing waits in focus, marked words are ones that no reader found.
    mark(start, end, isAdded) {
        const { desk } = this;
        const place = this.text.trimmed(start, end);
        if (place[0] >= place[1]) return;
        if (desk.choosing.field) {
            desk.choosing.fill(this.text.slice(...place));
            return;
        }
        if (!desk.mayEdit) desk.startNew();
        if (!desk.mayEdit || !desk.draft) return;
        this.take(inOrder([...(isAdded ? this.segments : []), place]));
    }

    take(segments) {
        this.isTyping = false;
        this.desk.draft.record.segments = segments;
        this.standInside(segments);
        this.isAsking = true;
        this.desk.redraw();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.matchAgain(segments), SOON);
    }

    // Words inside recorded words stand in them; what is new comes through the same hands, too.
    standInside(segments) {
        const { desk } = this;
        const { record } = desk.draft;
        const around = this.around(segments);
        const words = around && this.text.slice(around.start, around.end).slice(0, LONGEST_SHOWN);
        desk.outer = around ? { number: around.one.appearance, words } : null;
        record.nested_in = desk.outer?.number ?? null;
        if (desk.isNew && around?.one.number && !record.chain.length) this.borrow(around.one);
    }

    async borrow(outer) {
        const { draft } = this.desk;
        const answer = await ask(`${this.desk.address}${outer.number}/`);
        if (!answer.ok || this.desk.draft !== draft || draft.record.chain.length) return;
        draft.addHop();
        draft.record.chain.push(...answer.record.chain);
        this.desk.redraw();
    }

    // The shortest recorded words that have these in them.
    around(segments) {
        const [first, last] = [segments[0][0], segments.at(-1)[1]];
        const { candidates, recorded, focus } = this.desk;
        return [...candidates, ...recorded]
            .filter((one) => one.appearance && one !== focus)
            .flatMap((one) => one.segments.map(([start, end]) => ({ one, start, end })))
            .filter(({ start, end }) => start <= first && last <= end)
            .filter(({ start, end }) => end - start > last - first)
            .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    }

    async matchAgain(segments) {
        const { desk } = this;
        const answer = await ask(`${desk.address}article/${desk.article}/matches/`, { segments });
        if (this.segments !== segments) return;
        this.isAsking = false;
        if (answer.ok) desk.matches = answer.matches;
        desk.redraw();
    }

    moveEnd(by) {
        this.moveEdge((segments) => {
            const last = segments.at(-1);
            last[1] = by > 0 ? this.text.endOfNext(last[1]) : this.text.endOfLast(last[1]);
        });
    }

    moveStart(by) {
        this.moveEdge(([first]) => {
            first[0] = by > 0 ? this.text.startOfNext(first[0]) : this.text.startOfLast(first[0]);
        });
    }

    moveEdge(move) {
        if (!this.desk.mayEdit || !this.segments.length) return;
        const segments = structuredClone(this.segments);
        move(segments);
        if (segments.every(([start, end]) => start < end)) this.take(inOrder(segments));
    }

    startTyping() {
        if (!this.desk.mayEdit || !this.desk.draft) return;
        this.isTyping = true;
        this.desk.redraw({ focus: "#review-words" });
    }

    stopTyping() {
        this.isTyping = false;
        this.desk.redraw();
    }

    takeTyped(typed) {
        const segments = [];
        const lines = typed.split("\n").map((line) => line.trim());
        for (const words of lines.filter(Boolean)) {
            const place = this.text.find(words, segments.at(-1)?.[1]);
            if (!place)
                return this.desk.refuse(`The article does not have these words: “${words}”`);
            segments.push(place);
        }
        if (!segments.length) return this.desk.refuse("There are no words.");
        this.desk.refusal = "";
        return this.take(inOrder(segments));
    }
}
