//! The figures that can be taken away, each with what must go with it.

use std::rc::Rc;

use explorer::contract::FileKind;
use explorer::view::receipt::figure_link;
use explorer::view::wording::counted;
use explorer::view::{ExploreView, FigureView, SideBySideView};
use explorer::words::attribution as words;

use crate::name::plain;
use crate::{ExportContext, File, Table};

/// One figure, and what goes wherever it goes.
#[derive(Clone, Debug)]
pub struct Item {
    /// The figure as the page shows it.
    pub view: Rc<FigureView>,
    /// Its counts, with numbers as numbers.
    pub table: Table,
    /// Whom it is about, in a sentence: "10 of 58 teams selected: that have a clear definition."
    pub selection: String,
    /// How many are selected: the longest bar of a chart of counts.
    pub total: u32,
    /// Who is compared, where two selections are.
    pub sides: Option<Rc<SideBySideView>>,
    /// The address that shows it again, with a receipt: it tells whether the figure is still the
    /// same.
    pub link: String,
}

impl Item {
    /// The question's name, and whom the figure is about: "Obstacles; 10 of 58 teams selected".
    pub(crate) fn of_what(&self, context: &ExportContext) -> String {
        let whom = if context.is_of_everybody() {
            let all = context.survey().draws()[context.place.draw].source().respondents();
            words::everybody(&counted(all, &context.about().respondent))
        } else {
            self.selection.trim_end_matches('.').to_owned()
        };
        words::of_what(&self.view.label, &whom)
    }

    /// What to mind of the figure, a sentence each.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        let compared = self.sides.iter().flat_map(|sides| &sides.notes);
        self.view.all_notes().chain(compared.map(String::as_str))
    }

    /// A file of it.
    pub fn file(&self, context: &ExportContext, kind: FileKind, bytes: Vec<u8>) -> File {
        File { name: self.file_name(context, kind), mime: kind.mime(), bytes }
    }

    /// The name of a file of it.
    pub fn file_name(&self, context: &ExportContext, kind: FileKind) -> String {
        let (survey, figure) = (plain(&context.about().name), plain(&self.view.id));
        format!("{survey}-{figure}.{}", kind.ending())
    }
}

/// The figures of an context, in the order of the page.
pub fn items(context: &ExportContext) -> Vec<Item> {
    let (survey, place) = (context.survey(), context.explored());
    let ExploreView { selected, figures, sides, spoken, .. } = ExploreView::new(survey, &place);
    let sides = sides.map(Rc::new);
    let item = |view: Rc<FigureView>| {
        let fragment = figure_link(survey, &context.loaded.header, &place, &view);
        Item {
            table: Table::of(survey, &view, place.uncertainty),
            selection: spoken.clone(),
            total: selected.unwrap_or_default(),
            sides: sides.clone(),
            link: format!("{}{fragment}", context.site),
            view,
        }
    };
    figures.into_iter().map(item).collect()
}
