'use strict';
// Enter chooses what the search has found, never what stood in the list before it was answered.
(($) => {
    const unmark = (list) => list.find('.select2-results__option--highlighted')
        .removeClass('select2-results__option--highlighted');

    $(document).on('input', '.select2-search__field', (event) => {
        unmark($(event.target).closest('.select2-dropdown'));
    });

    // An answer to what was typed earlier may come in late, and marks its own first option.
    $(document).on('select2:open', (event) => {
        const finder = $(event.target).data('select2');
        if (finder.asksForTheLast) {
            return;
        }
        finder.asksForTheLast = true;
        finder.on('results:all', ({query}) => {
            if ((query.term || '') !== finder.dropdown.$search.val()) {
                unmark(finder.$dropdown);
            }
        });
    });
})(django.jQuery);
