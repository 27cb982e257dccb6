//! A table of figures.

use explorer::view::TableView;
use yew::prelude::*;

use super::package_text::isolated;
use super::standing::marked;

/// A table with headings for its columns and rows. It scrolls within itself where it is too wide,
/// by keyboard too. `words` says that cells hold words, which stand left; numbers stand right.
pub(crate) fn data_table(table: &TableView, words: bool) -> Html {
    let TableView { caption, columns, rows } = table;
    let numeric = (!words).then_some("numeric");
    let heading = |(position, column): (usize, &String)| {
        html! {
            <th scope="col" class={classes!((position > 0).then_some(numeric).flatten())}>
                { isolated(column) }
            </th>
        }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={caption.clone()}>
            <table class="table">
                <caption>{ caption }</caption>
                <thead>
                    <tr>{ for columns.iter().enumerate().map(heading) }</tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr>
                            <th scope="row">
                                { isolated(&row.heading) }
                                if let Some(mark) = row.mark {
                                    { " " }{ marked(mark) }
                                }
                            </th>
                            { for row.cells.iter().map(|cell| html! {
                                <td class={classes!(numeric)}>{ cell }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
