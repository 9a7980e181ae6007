// What can be found by typing: speakers, held or to be made; and held quotes.

import { ask } from "./asking.js";
import { h, said } from "./dom.js";
import { Finder } from "./finder.js";

const LOWER = /^\p{Ll}/u;

// `kind` is that of whoever stood there before; `usual` what is mostly named in this place.
export function speakerField({ desk, kind, usual, ...rest }) {
    const find = async (term) => {
        const q = encodeURIComponent(term);
        const answer = await ask(`${desk.address}speakers/?q=${q}&article=${desk.article}`);
        const held = answer.speakers || [];
        if (!term) return usual === "outlet" ? outletsFirst(held) : held;
        return [...held, ...fresh(term, kind || guess(term, usual), desk.words.kinds)];
    };
    return new Finder({
        hint: "Type a name, or mark it",
        find,
        shown: speakerOption,
        likely,
        ...rest,
    });
}

// An unnamed source of the same description is never where one Enter would take it.
function likely(options) {
    return options.findIndex((one) => one.is_new || one.kind !== "anonymous");
}

function outletsFirst(speakers) {
    const isOutlet = (one) => one.kind === "outlet";
    return [...speakers.filter(isOutlet), ...speakers.filter((one) => !isOutlet(one))];
}

// Descriptions are written small: of several, or of one.
function guess(name, usual) {
    if (!LOWER.test(name)) return usual;
    return name.endsWith("s") ? "group" : "anonymous";
}

function fresh(name, likeliest, kinds) {
    const inOrder = [likeliest, ...kinds.filter((kind) => kind !== likeliest)];
    return inOrder.map((kind) => ({
        number: null,
        name,
        kind,
        proposed_as: "",
        granted_by: null,
        about: "",
        is_new: true,
    }));
}

function speakerOption(one) {
    if (one.is_new) return [h("em", {}, `New ${kindSaid(one.kind)}: `), one.name];
    return [h("strong", {}, one.name), " ", h("span", { class: "about" }, one.about)];
}

export function kindSaid(kind) {
    return kind === "anonymous" ? "unnamed source" : said(kind);
}

export function quoteField({ desk, ...rest }) {
    const find = async (term) => {
        const segments = desk.draft?.record.segments || [];
        const answer = await ask(`${desk.address}article/${desk.article}/quotes/`, {
            term,
            segments,
        });
        return answer.matches || [];
    };
    const hint = "Words, a speaker, or the number of the quote";
    return new Finder({ hint, find, shown: quoteOption, likely: () => 0, ...rest });
}

function quoteOption(match) {
    const about = match.speaker || "speaker unknown";
    return [`${match.quote}: “${match.text}” `, h("span", { class: "about" }, about)];
}
