// The desk while one article is on it: what is in focus, what would be recorded, what was decided.

import { ask } from "./asking.js";
import { Choosing } from "./choosing.js";
import { Draft } from "./draft.js";
import { Marking } from "./marking.js";

const SOON = 150;
const NEW = "new";

export class Desk {
    constructor(state, text, redraw) {
        Object.assign(this, state, { text, redraw });
        this.address = state.home;
        this.mayDecide = state.may_decide;
        this.choosing = new Choosing(this);
        this.marking = new Marking(this);
        this.message = "";
        this.refusal = "";
        this.clear();
    }

    clear() {
        Object.assign(this, { draft: null, matches: [], meant: {}, outer: null, failed: "" });
        Object.assign(this, { isRejecting: false, remark: "" });
        this.marking.isTyping = this.marking.isAsking = false;
        this.choosing.close();
    }

    // What may be done.

    get isTakenByAnother() {
        return Boolean(this.taking && !this.taking.mine);
    }

    get mayEdit() {
        return this.mayDecide && !this.isTakenByAnother && this.focus?.decision === "waiting";
    }

    // Whether an answer is awaited, after which the panel will say something else.
    get isWorking() {
        const isLooking = Boolean(this.focus && !this.draft && !this.failed);
        const isAsking = this.marking.isAsking || this.choosing.field?.isAwaited;
        return Boolean(this.isBusy || isLooking || isAsking);
    }

    get isNew() {
        return this.focus?.number === NEW;
    }

    get likely() {
        return this.matches[0]?.is_same ? this.matches[0] : null;
    }

    // Going from one to the next.

    focusOn(one) {
        this.focus = one || null;
        this.refusal = "";
        this.clear();
        return one ? this.look() : this.redraw();
    }

    pick(number) {
        const one = this.candidates.find((it) => String(it.number) === String(number));
        if (one) this.focusOn(one);
    }

    step(by) {
        if (!this.candidates.length) return;
        const here = this.candidates.indexOf(this.focus);
        const next = here < 0 ? (by > 0 ? 0 : this.candidates.length - 1) : here + by;
        if (next >= 0 && next < this.candidates.length) this.focusOn(this.candidates[next]);
    }

    firstWaiting() {
        return this.focusOn(this.candidates.find((one) => one.decision === "waiting"));
    }

    nextWaiting(after) {
        const later = this.candidates.slice(this.candidates.indexOf(after) + 1);
        const waits = (one) => one.decision === "waiting";
        return this.focusOn(later.find(waits) || this.candidates.find(waits));
    }

    async look() {
        const one = this.focus;
        this.clear();
        const timer = setTimeout(() => this.redraw(), SOON);
        this.redraw({ article: true });
        const answer = await ask(`${this.address}${one.number}/`);
        clearTimeout(timer);
        if (this.focus !== one) return;
        if (answer.ok) {
            Object.assign(this, { draft: new Draft(answer.record), matches: answer.matches });
            Object.assign(this, { meant: answer.meant, outer: answer.outer });
            this.update(answer.candidate);
        } else {
            this.failed = answer.sentence;
        }
        this.redraw();
    }

    // Changing what would be recorded.

    edit(change) {
        if (!this.mayEdit || !this.draft) return;
        change(this.draft);
        this.redraw();
    }

    nextForm() {
        const { forms } = this.words;
        this.edit(
            (draft) =>
                (draft.record.form = forms[(forms.indexOf(draft.record.form) + 1) % forms.length]),
        );
    }

    // What no reader found.

    startNew() {
        if (!this.mayDecide || this.isTakenByAnother) return;
        if (!this.isNew) this.before = this.focus;
        this.focus = { number: NEW, decision: "waiting", segments: [] };
        this.clear();
        this.draft = new Draft();
        this.redraw();
    }

    dropNew() {
        return this.before ? this.focusOn(this.before) : this.firstWaiting();
    }

    // Speakers.

    fieldAt(where) {
        return this.choosing.at(where);
    }

    openSpeaker(where) {
        if (this.mayEdit && this.draft) this.choosing.open(where);
    }

    addHop() {
        if (!this.mayEdit || !this.draft) return;
        this.draft.addHop();
        this.openSpeaker(this.draft.record.chain.length - 1);
    }

    openQuote() {
        if (this.mayEdit && this.draft) this.choosing.open("quote");
    }

    // A quote that the curator looked for: as likely as if it had been found.
    takeMatch(match) {
        const others = this.matches.filter((one) => one.quote !== match.quote);
        this.matches = [{ ...match, is_same: true }, ...others].slice(0, 3);
        this.redraw();
    }

    // Offered for a speaker that the reader proposed: the same one, held under another name.
    takeOffer(one) {
        this.edit((draft) => draft.say({ ...one, proposed_as: draft.record.speaker.proposed_as }));
    }

    takeFirstOffer() {
        const speaker = this.draft?.record.speaker;
        const offered = this.meant[speaker?.proposed_as]?.offered || [];
        const one =
            offered[(offered.findIndex((it) => it.number === speaker.number) + 1) % offered.length];
        if (one) this.takeOffer(one);
    }

    // Deciding.

    accept(quote) {
        if (!this.mayEdit || !this.draft || this.isBusy) return undefined;
        const lacking = this.draft.lacks(this.meant);
        if (lacking) return this.refuse(lacking);
        const record = { ...this.draft.record, quote };
        const to = this.isNew ? `article/${this.article}/add/` : `${this.focus.number}/accept/`;
        return this.decide(to, { record, version: this.focus.version });
    }

    acceptMatch(number) {
        const match = this.matches[number - 1];
        return match && this.accept(match.quote);
    }

    startRejecting() {
        if (!this.mayEdit || !this.draft || this.isNew) return;
        this.isRejecting = true;
        this.redraw();
    }

    stopRejecting() {
        this.isRejecting = false;
        this.redraw();
    }

    reject(rejection) {
        if (this.isBusy || !rejection) return undefined;
        return this.decide(`${this.focus.number}/reject/`, {
            rejection,
            remark: this.remark,
            version: this.focus.version,
        });
    }

    undo() {
        const one = this.focus && this.focus.decision !== "waiting" ? this.focus : this.lastDecided;
        if (!one || this.isBusy || !this.mayDecide || this.isTakenByAnother) return undefined;
        return this.decide(`${one.number}/undo/`, { version: one.version }, one);
    }

    // `stay` is whoever the focus goes to afterwards; else the next that waits.
    async decide(to, body, stay = null) {
        const one = this.focus;
        this.isBusy = true;
        this.message = this.refusal = "";
        this.redraw();
        const answer = await ask(`${this.address}${to}`, body);
        this.isBusy = false;
        if (!answer.ok) return this.refused(answer, stay || one);
        this.message = answer.sentence;
        if (stay) {
            this.lastDecided = null;
            return this.focusOn(this.update(answer.candidate));
        }
        this.lastDecided = this.update(answer.candidate, one);
        return this.nextWaiting(this.lastDecided);
    }

    // Nothing is lost: the draft stays, unless somebody else has decided about it.
    refused(answer, one) {
        this.refusal = answer.sentence;
        if ("taking" in answer) this.taking = answer.taking;
        const changed = answer.candidate && answer.candidate.version !== one.version;
        if (!changed) return this.redraw();
        const fresh = this.update(answer.candidate);
        return this.focus === fresh ? this.look() : this.redraw();
    }

    refuse(sentence) {
        this.refusal = sentence;
        this.redraw();
    }

    // What the server tells of a candidate, put in its place.
    update(told, added = null) {
        const held = this.candidates.find((one) => one.number === told.number);
        if (held) return Object.assign(held, told);
        this.candidates.push(told);
        this.candidates.sort((a, b) => a.segments[0][0] - b.segments[0][0]);
        if (added && this.focus === added) this.focus = told;
        return told;
    }

    learn({ candidates, taking }) {
        this.taking = taking;
        candidates.forEach((one) => this.update(one));
        this.redraw();
    }
}
