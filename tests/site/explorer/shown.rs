//! What the page shows of the answers.

/// Reads the Explore screen into plain data, text in closed details among it. Rows are sorted: the
/// page has an order of its own, which follows from the counts.
pub(super) const SCRIPT: &str = r"
const words = element => {
    if (!element) return null;
    const copy = element.cloneNode(true);
    // What is said of a figure beside it: marks, and words for those who hear the page.
    copy.querySelectorAll('.mark, .visually-hidden, [aria-hidden]').forEach(e => e.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
};
const all = (css, inside = document) => [...inside.querySelectorAll(css)];
const table = element => element && {
    columns: all('thead th', element).map(words),
    rows: all('tbody tr', element).map(row => [...row.cells].map(words))
        .sort(([one], [other]) => one < other ? -1 : 1),
};
// What the other invented set gives stands apart from what this one does.
const OTHER = 'Other invented set';
const alone = table => {
    const at = table?.columns.indexOf(OTHER) ?? -1;
    const rest = cells => cells.filter((_, place) => place !== at);
    return at < 0 ? table : { columns: rest(table.columns), rows: table.rows.map(rest) };
};
const others = table => {
    const at = table?.columns.indexOf(OTHER) ?? -1;
    return Object.fromEntries(at < 0 ? [] : table.rows.map(row => [row[0], row[at]]));
};
const figure = element => ({
    question: element.dataset.question,
    bases: words(element.querySelector('.figure__whom'))?.match(/[0-9]+/g) ?? null,
    table: alone(table(element.querySelector('table'))),
});
const entry = input => {
    const label = document.querySelector(`label[for='${input.id}']`);
    return {
        label: words(label.querySelector('bdi')),
        count: Number(words(label.querySelector('.facet__count'))),
        picked: input.checked,
        possible: !input.disabled,
    };
};
const byLabel = (one, other) => one.label < other.label ? -1 : one.label > other.label ? 1 : 0;
const facet = element => ({
    question: element.dataset.question,
    entries: all('input[type=checkbox]', element).map(entry).sort(byLabel),
});
const listing = document.querySelector('#listing ~ .table-scroll table');
return {
    selected: words(document.querySelector('#selected')),
    chips: all('.selected__chips button').map(words),
    headings: all('main h1, main h2, main h3').map(words),
    spoken: all('[role=img]').map(image => image.getAttribute('aria-label')),
    notes: all('.figure__notes li, .figure__measure, .figure__base, .standing-line').map(words),
    picked: all('input:checked').map(input => input.id),
    by: document.querySelector('#breakdown')?.value ?? null,
    figures: all('section.figure[data-question]').map(figure),
    others: Object.fromEntries(all('section.figure[data-question]')
        .map(element => [element.dataset.question, others(table(element.querySelector('table')))])),
    facets: all(`.facet[data-question]:not([data-question='respondents'])`).map(facet)
        .sort((one, other) => one.question < other.question ? -1 : 1),
    listing: table(listing),
};";
