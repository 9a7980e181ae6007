// The article's text by code points, as places are counted, and words found in it.

const BLANK = /^\s$/u;
const MARKS = new Map([
    ["“", "”"],
    ["‘", "’"],
    ["„", "“"],
    ["«", "»"],
    ['"', '"'],
    ["'", "'"],
]);

export class Text {
    constructor(body) {
        this.body = body;
        this.points = Array.from(body);
    }

    slice(start, end) {
        return this.points.slice(start, end).join("");
    }

    // Without the blanks around it, and without marks that open at its start and close at its end.
    trimmed(start, end) {
        [start, end] = this.withoutBlanks(start, end);
        if (end - start > 2 && MARKS.get(this.points[start]) === this.points[end - 1]) {
            return this.withoutBlanks(start + 1, end - 1);
        }
        return [start, end];
    }

    withoutBlanks(start, end) {
        while (start < end && this.isBlank(start)) start += 1;
        while (start < end && this.isBlank(end - 1)) end -= 1;
        return [start, end];
    }

    isBlank(place) {
        return BLANK.test(this.points[place]);
    }

    // Where the word after `place` ends; where the word before it begins; and the other two ways.
    endOfNext(place) {
        while (place < this.points.length && this.isBlank(place)) place += 1;
        while (place < this.points.length && !this.isBlank(place)) place += 1;
        return place;
    }

    startOfLast(place) {
        while (place > 0 && this.isBlank(place - 1)) place -= 1;
        while (place > 0 && !this.isBlank(place - 1)) place -= 1;
        return place;
    }

    startOfNext(place) {
        while (place < this.points.length && !this.isBlank(place)) place += 1;
        while (place < this.points.length && this.isBlank(place)) place += 1;
        return place;
    }

    endOfLast(place) {
        while (place > 0 && !this.isBlank(place - 1)) place -= 1;
        while (place > 0 && this.isBlank(place - 1)) place -= 1;
        return place;
    }

    // Where these words stand: after `after`, else anywhere; null where they do not.
    find(words, after = 0) {
        const from = this.points.slice(0, after).join("").length;
        let at = this.body.indexOf(words, from);
        if (at < 0) at = this.body.indexOf(words);
        if (at < 0) return null;
        const start = Array.from(this.body.slice(0, at)).length;
        return [start, start + Array.from(words).length];
    }
}

// Segments in the order of the text, those that touch or overlap made one.
export function inOrder(segments) {
    const sorted = segments.map(([start, end]) => [start, end]).sort((a, b) => a[0] - b[0]);
    const merged = [];
    for (const [start, end] of sorted) {
        const last = merged.at(-1);
        if (last && start <= last[1]) {
            last[1] = Math.max(last[1], end);
        } else {
            merged.push([start, end]);
        }
    }
    return merged;
}
