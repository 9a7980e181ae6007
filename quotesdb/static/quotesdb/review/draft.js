// What would be recorded of the candidate in focus, as the curator has it by now.

const EMPTY = {
    segments: [],
    form: "direct",
    speaker: null,
    chain: [],
    quote: null,
    cue: "",
    is_translation: false,
    said_from: null,
    said_until: null,
    nested_in: null,
};

export class Draft {
    constructor(record = {}) {
        this.record = structuredClone({ ...EMPTY, ...record });
        this.untouched = JSON.stringify(this.record);
    }

    get isChanged() {
        return JSON.stringify(this.record) !== this.untouched;
    }

    // Whoever said it, in the chain as well wherever the same one stood there.
    say(speaker) {
        const before = this.record.speaker;
        this.record.speaker = speaker;
        if (!this.record.chain.length) {
            this.record.chain.push(hop(speaker, "said"));
            return;
        }
        this.record.chain.forEach((one, position) => {
            if ((before && isSame(one.speaker, before)) || (!before && position === 0))
                one.speaker = speaker;
        });
    }

    sayAtHop(position, speaker) {
        const before = this.record.chain[position].speaker;
        this.record.chain[position].speaker = speaker;
        if (
            position === 0 &&
            (!this.record.speaker || (before && isSame(before, this.record.speaker)))
        ) {
            this.record.speaker = speaker;
        }
    }

    addHop() {
        this.record.chain.push(hop(null, this.record.chain.length ? "reported" : "said"));
    }

    removeHop(position) {
        this.record.chain.splice(position, 1);
    }

    moveHop(position, by) {
        const target = position + by;
        if (target < 0 || target >= this.record.chain.length) return;
        const [moved] = this.record.chain.splice(position, 1);
        this.record.chain.splice(target, 0, moved);
    }

    // What keeps it from being recorded, in a sentence; nothing if nothing does.
    lacks(meant) {
        if (!this.record.segments.length) return "Mark the words in the article first.";
        if (this.record.chain.some((one) => !one.speaker))
            return "A hop has no speaker yet: choose one, or remove it.";
        const people = [this.record.speaker, ...this.record.chain.map((one) => one.speaker)];
        const open = people.find((one) => one && mustChoose(one, meant));
        return open ? `Several speakers are called ${open.name}: choose one.` : "";
    }
}

export function mustChoose(speaker, meant) {
    if (speaker.number !== null || !speaker.proposed_as || speaker.is_new) return false;
    return Boolean(meant[speaker.proposed_as]?.must_choose);
}

export function isSame(one, other) {
    if (!one || !other) return false;
    if (one.number !== null || other.number !== null) return one.number === other.number;
    return one.name === other.name && one.kind === other.kind;
}

function hop(speaker, relation) {
    return { speaker, relation, medium: "", certainty: "stated", attributed_as: "", evidence: "" };
}
