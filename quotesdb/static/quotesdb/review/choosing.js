// The one field in which something is being chosen, if any, and what its choice changes.

import { quoteField, speakerField } from "./fields.js";

export class Choosing {
    constructor(desk) {
        this.desk = desk;
        this.close();
    }

    close() {
        this.where = this.field = null;
        this.marked = "";
    }

    at(where) {
        return this.where === where ? this.field.element : null;
    }

    // `where` is "speaker", "quote", or the position of a hop.
    open(where) {
        this.where = where;
        const shared = {
            desk: this.desk,
            left: () => this.left(),
            awaited: () => this.desk.redraw({ article: true }),
        };
        this.field = where === "quote" ? this.forQuote(shared) : this.forSpeaker(where, shared);
        this.desk.redraw({ focus: ".finder-field" });
    }

    forQuote(shared) {
        const chosen = (match) => {
            this.close();
            this.desk.takeMatch(match);
        };
        return quoteField({ ...shared, label: "Quote that this is a wording of", chosen });
    }

    forSpeaker(where, shared) {
        const { record } = this.desk.draft;
        const before = where === "speaker" ? record.speaker : record.chain[where].speaker;
        return speakerField({
            ...shared,
            kind: before?.kind,
            usual: where === "speaker" || where === 0 ? "person" : "outlet",
            label: where === "speaker" ? "Who said it" : `Speaker of hop ${where}`,
            chosen: (one) => this.chosen(where, one),
        });
    }

    // Words marked in the article while a name is asked for are the name.
    fill(words) {
        this.marked = words;
        this.field.fill(words);
        this.field.field.focus();
    }

    chosen(where, one) {
        const { marked } = this;
        this.close();
        this.desk.edit((draft) => {
            const isUnnamed = one.is_new && one.kind === "anonymous";
            const choice = isUnnamed ? { ...one, granted_by: granting(draft) } : one;
            if (where === "speaker") draft.say(choice);
            else draft.sayAtHop(where, choice);
            const hop = draft.record.chain[where === "speaker" ? 0 : where];
            if (marked && hop.speaker === choice) hop.attributed_as = marked;
        });
    }

    left() {
        if (this.desk.isDrawing || this.desk.marking.isUnderWay || !this.field) return;
        const { chain } = this.desk.draft.record;
        const isLast = this.where > 0 && this.where === chain.length - 1;
        if (isLast && !chain[this.where].speaker) chain.pop();
        this.close();
        this.desk.redraw();
    }
}

// Whoever is first on the chain to publish granted the anonymity of those before.
function granting(draft) {
    const first = draft.record.chain.find((hop) => hop.speaker?.kind === "outlet");
    return first ? { ...first.speaker, granted_by: null } : null;
}
