'use strict';
// A part added to the page is proposed the number after the highest one there.
document.addEventListener('formset:added', (event) => {
    const added = event.target.querySelector('input[name$="-position"]');
    if (!added) {
        return;
    }
    const all = document.querySelectorAll(`input[name^="${event.detail.formsetName}-"][name$="-position"]`);
    const numbers = Array.from(all)
        .filter((input) => input !== added && !input.name.includes('__prefix__') && input.value !== '')
        .map((input) => Number(input.value));
    added.value = Math.max(-1, ...numbers) + 1;
});
