//! Links and embeds: what somebody copies to show a place elsewhere.

use html_escape::encode_double_quoted_attribute as escaped;
use survey::bundle::Header;
use survey::{QuestionIx, Survey};

use super::explore::ExploreView;
use super::figure::FigureView;
use super::receipt::figure_link;
use super::table::{TableRow, TableView};
use crate::contract::names::{EMBED_PAGE, PRODUCT};
use crate::state::{Place, Screen, permalink};

/// Colours of an embed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// As each reader's system asks.
    #[default]
    Readers,
    /// Always dark on light.
    Light,
    /// Always light on dark.
    Dark,
}

/// What is shared, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Share<'a> {
    /// What is on the screen.
    pub place: &'a Place,
    /// One figure of it, or all.
    pub figure: Option<QuestionIx>,
    /// Whether to show the data of today for as long as the site has them.
    pub pinned: bool,
    /// Colours of an embed.
    pub colours: Colours,
    /// The page's address without what follows `?` or `#`.
    pub page: &'a str,
    /// How tall the embed is at some widths, "320:900 640:700", in CSS pixels; empty if unknown.
    pub heights: &'a str,
}

/// What can be copied.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareView {
    /// The link.
    pub link: String,
    /// For a website, where the page is on the web.
    pub embed: Option<EmbedView>,
}

/// Lines of HTML for a website.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedView {
    /// The element with its script. It holds what readers without scripts see.
    pub element: String,
    /// A frame of fixed height, where no script may be added.
    pub frame: String,
    /// The address that the frame shows.
    pub address: String,
}

/// The height of a frame that was not measured, in CSS pixels.
const HEIGHT: &str = "700";

impl ShareView {
    /// What can be copied of a survey's place.
    pub fn new(survey: &Survey, header: &Header, share: &Share) -> Self {
        let view = ExploreView::new(survey, share.place);
        let figure = share.figure.map(|ix| &*view.figures[ix.position()]);
        let fragment = match figure {
            Some(figure) => figure_link(survey, header, share.place, figure),
            None => permalink::write(share.place, survey),
        };
        let data =
            if share.pinned { header.checksum_text()[..16].to_owned() } else { String::new() };
        let query = |with: &[(&str, &str)]| {
            let parts: Vec<String> = with
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(key, value)| format!("{key}={value}"))
                .collect();
            if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
        };
        let link = format!("{}{}{fragment}", share.page, query(&[("data", &data)]));
        let folder = share.page.rfind('/').map_or("", |end| &share.page[..=end]);
        let on_the_web = share.page.starts_with("http");
        let embed = || {
            let theme = share.colours.name();
            let shown = permalink::write(&shown(share), survey);
            let query = query(&[("data", &data), ("theme", theme)]);
            let address = format!("{folder}{EMBED_PAGE}{query}{shown}");
            let attributes = attributes(&shown, figure, &data, theme, share.heights);
            EmbedView {
                element: element(survey, figure, folder, &attributes, &link),
                frame: frame(survey, figure, &address, share.heights),
                address,
            }
        };
        Self { embed: on_the_web.then(embed), link }
    }
}

impl Colours {
    /// As attributes and addresses name it; nothing where readers decide.
    pub fn name(self) -> &'static str {
        match self {
            Self::Readers => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What an embed shows: a figure stands on Explore, and no receipt belongs to what is live.
fn shown(share: &Share) -> Place {
    let place = share.place.clone();
    match share.figure {
        Some(_) => Place { screen: Screen::Explore, figure: share.figure, receipt: None, ..place },
        None => Place { figure: None, receipt: None, ..place },
    }
}

/// `view`, `figure`, `filter` and the rest, from the fragment that the embed shows.
fn attributes(
    shown: &str,
    figure: Option<&FigureView>,
    data: &str,
    theme: &str,
    heights: &str,
) -> String {
    let (path, query) = shown.split_once('?').unwrap_or((shown, ""));
    let screen = path.rsplit('/').next().unwrap_or_default();
    let filter: Vec<&str> = query.split('&').filter(|part| !part.starts_with("figure=")).collect();
    let named = [
        ("view", screen),
        ("figure", figure.map_or("", |figure| &figure.id)),
        ("filter", &filter.join("&")),
        ("data", data),
        ("theme", theme),
        ("heights", heights),
    ];
    let given = named.iter().filter(|(_, value)| !value.is_empty());
    let given: Vec<String> =
        given.map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect();
    given.concat()
}

fn element(
    survey: &Survey,
    figure: Option<&FigureView>,
    folder: &str,
    attributes: &str,
    link: &str,
) -> String {
    let folder = escaped(folder);
    format!(
        "<script async src=\"{folder}embed.js\"></script>\n\
         <{PRODUCT} src=\"{folder}\"{attributes}>\n{}</{PRODUCT}>\n",
        instead(survey, figure, link)
    )
}

fn frame(survey: &Survey, figure: Option<&FigureView>, address: &str, heights: &str) -> String {
    // The narrowest is the tallest. A whole screen is scrolled.
    let narrowest = heights.split(' ').next().and_then(|first| first.split_once(':'));
    let height = narrowest.filter(|_| figure.is_some()).map_or(HEIGHT, |(_, height)| height);
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups \
         allow-popups-to-escape-sandbox\"></iframe>\n",
        escaped(address),
        escaped(&title(survey, figure))
    )
}

fn title(survey: &Survey, figure: Option<&FigureView>) -> String {
    let title = &survey.about().title;
    figure.map_or_else(|| title.clone(), |figure| format!("{}: {title}", figure.label))
}

/// What readers see while the embed is on its way, without scripts and without a network.
fn instead(survey: &Survey, figure: Option<&FigureView>, link: &str) -> String {
    let banner = escaped(&survey.about().banner);
    let link = escaped(link);
    let title = title(survey, figure);
    let title = escaped(&title);
    let Some(figure) = figure.filter(|figure| figure.shape.is_drawn()) else {
        return format!("  <p>{banner}</p>\n  <p><a href=\"{link}\">{title}</a></p>\n");
    };
    format!(
        "  <p>{}</p>\n{}  <p>{} <a href=\"{link}\">{title}</a></p>\n",
        escaped(&figure.sentence.whole()),
        table(&figure.table),
        banner
    )
}

fn table(view: &TableView) -> String {
    let columns: Vec<String> = view
        .columns
        .iter()
        .map(|heading| format!("<th scope=\"col\">{}</th>", escaped(heading)))
        .collect();
    let row = |row: &TableRow| {
        let cells: Vec<String> =
            row.cells.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
        let heading = escaped(&row.heading);
        format!("    <tr><th scope=\"row\">{heading}</th>{}</tr>\n", cells.concat())
    };
    let rows: Vec<String> = view.rows.iter().map(row).collect();
    format!(
        "  <table>\n    <caption>{}</caption>\n    <tr>{}</tr>\n{}  </table>\n",
        escaped(&view.caption),
        columns.concat(),
        rows.concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::permalink::START;
    use crate::test_survey::{ix, tiny_survey};
    use survey::Pick;

    const PAGE: &str = "https://findings.example/tic/";

    fn header() -> Header {
        Header {
            version: 2,
            provenance: survey::Provenance::Synthetic,
            payload: 1,
            checksum: [0xab; 32],
        }
    }

    fn place() -> Place {
        let mut place = Place { screen: Screen::Explore, by: Some(ix("type")), ..Place::default() };
        place.filter.toggle(ix("definition"), Pick::Option(0));
        place
    }

    fn share(place: &Place) -> Share<'_> {
        Share {
            place,
            figure: None,
            pinned: false,
            colours: Colours::Readers,
            page: PAGE,
            heights: "",
        }
    }

    #[test]
    fn a_screen_is_linked_and_embedded_as_it_is() {
        let place = place();
        let view = ShareView::new(&tiny_survey(), &header(), &share(&place));
        assert_eq!(view.link, format!("{PAGE}{START}explore?in.definition=clear&by=type"));
        let embed = view.embed.unwrap();
        assert_eq!(
            embed.address,
            format!("{PAGE}embed.html{START}explore?in.definition=clear&by=type")
        );
        insta::assert_snapshot!(format!("{}\n{}", embed.element, embed.frame));
    }

    #[test]
    fn a_figure_is_pinned_with_its_table_for_those_without_scripts() {
        let place = Place { by: None, ..place() };
        let figure = Some(ix("activities"));
        let share = Share {
            figure,
            pinned: true,
            colours: Colours::Dark,
            heights: "320:640 960:480",
            page: "https://findings.example/tic/index.html",
            ..share(&place)
        };
        let view = ShareView::new(&tiny_survey(), &header(), &share);
        assert!(
            view.link.starts_with(&format!(
                "https://findings.example/tic/index.html?data=abababababababab\
                 {START}explore?in.definition=clear&figure=activities&receipt=abababababababab."
            )),
            "{}",
            view.link
        );
        let embed = view.embed.unwrap();
        insta::assert_snapshot!(format!("{}\n{}", embed.element, embed.frame));
    }

    #[test]
    fn words_of_a_survey_stay_words() {
        let mut parts = tiny_survey().into_parts();
        parts.about.title = "</findings-explorer><script>\"&".to_owned();
        let survey = survey::Survey::new(parts).unwrap();
        let place = place();
        let share = Share { figure: Some(ix("activities")), ..share(&place) };
        let embed = ShareView::new(&survey, &header(), &share).embed.unwrap();
        for line in [embed.element, embed.frame] {
            assert!(line.contains("&lt;/findings-explorer&gt;&lt;script&gt;&quot;&amp;"), "{line}");
        }
    }

    #[test]
    fn a_page_on_a_disk_can_be_linked_to_but_not_embedded() {
        let place = place();
        let share = Share { page: "file:///S:/board/findings.html", ..share(&place) };
        let view = ShareView::new(&tiny_survey(), &header(), &share);
        assert!(view.link.starts_with(&format!("file:///S:/board/findings.html{START}explore?")));
        assert_eq!(view.embed, None);
    }
}
