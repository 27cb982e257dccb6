//! The picture that previews of links show: the first finding, in the page's look.

use explorer::chart::dots::{self, Dot};
use explorer::view::wording::first_sentence;
use explorer::view::{DotsView, FindingFigureView, FindingsView};
use explorer::wrap;
use findings_explorer::AppProps;
use yew::prelude::*;

use super::elsewhere::PICTURE;

// The light palette, as `assets/styles/_tokens.scss` has it.
const BACKGROUND: &str = "#ffffff";
const TEXT: &str = "#17212b";
const BRAND: &str = "#12436d";
const CONTROL: &str = "#6b7885";
const INVENTED: &str = "#7a4a00";
const INVENTED_GROUND: &str = "#fff4db";

/// The left edge of all text.
const LEFT: usize = 72;
/// From edge to edge of what is drawn.
const WIDTH: usize = 1056;
/// What the headline leaves to the dots.
const HEADLINE_WIDTH: usize = 610;
/// Room for the dots: left, top, width, height.
const DOTS: [u32; 4] = [724, 150, 404, 264];

/// The picture as SVG. Text is set in Source Sans 3.
#[component]
pub(crate) fn Picture(props: &AppProps) -> Html {
    let about = &props.loaded.survey.about();
    let view = FindingsView::new(&props.loaded.survey, 0);
    let finding = view.findings.first();
    let dots = finding.and_then(|finding| finding.figures.iter().find_map(as_dots));
    let headline = finding.map_or(&about.title, |finding| &finding.headline);
    let width = if dots.is_some() { HEADLINE_WIDTH } else { WIDTH };
    let [picture_width, picture_height] = PICTURE;
    html! {
        <svg
            xmlns="http://www.w3.org/2000/svg"
            viewBox={format!("0 0 {picture_width} {picture_height}")}
            font-family="Source Sans 3"
            fill={TEXT}
        >
            <rect width="1200" height="630" fill={BACKGROUND} />
            <rect width="1200" height="12" fill={BRAND} />
            if finding.is_some() {
                { text(&about.title, Style { size: 34, bold: true, colour: BRAND, top: 62 }, WIDTH, 1) }
            }
            { large(headline, width) }
            if let Some(view) = dots {
                { picture_of(view) }
                { text(&view.sentence.finding, Style { size: 30, bold: false, colour: TEXT, top: 438 }, WIDTH, 2) }
            }
            { mark(&about.banner) }
        </svg>
    }
}

fn as_dots(figure: &FindingFigureView) -> Option<&DotsView> {
    match figure {
        FindingFigureView::Dots(view) => Some(view),
        FindingFigureView::Bars(_) => None,
    }
}

#[derive(Clone, Copy)]
struct Style {
    /// In pixels.
    size: usize,
    bold: bool,
    colour: &'static str,
    /// Where the first line begins.
    top: usize,
}

/// The headline, as large as it fits.
fn large(headline: &str, width: usize) -> Html {
    let size = [66, 58, 50, 42]
        .into_iter()
        .find(|&size| lines(headline, width, size).len() * size * 11 / 10 <= 280)
        .unwrap_or(36);
    text(headline, Style { size, bold: true, colour: TEXT, top: 132 }, width, 7)
}

/// What must be known of the figures before any is believed.
fn mark(banner: &str) -> Html {
    if banner.is_empty() {
        return html! {};
    }
    let (lead, rest) = first_sentence(banner);
    let (rest, _) = first_sentence(rest.trim());
    let top = Style { size: 26, bold: true, colour: INVENTED, top: 524 };
    html! {
        <>
            <rect y="516" width="1200" height="114" fill={INVENTED_GROUND} />
            <rect y="516" width="12" height="114" fill={INVENTED} />
            { text(&lead, top, WIDTH, 1) }
            { text(&rest, Style { size: 23, bold: false, colour: TEXT, top: 560 }, WIDTH, 2) }
        </>
    }
}

/// Text in lines of at most `width` pixels, the last of `most` lines cut where there are more.
fn text(words: &str, style: Style, width: usize, most: usize) -> Html {
    let Style { size, bold, colour, top } = style;
    let mut lines = lines(words, width, size);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    let line = |(position, words): (usize, String)| {
        let y = top + size * 4 / 5 + position * size * 11 / 10;
        html! { <tspan x={LEFT.to_string()} y={y.to_string()}>{ words }</tspan> }
    };
    html! {
        <text font-size={size.to_string()} font-weight={if bold { "600" } else { "400" }} fill={colour}>
            { for lines.into_iter().enumerate().map(line) }
        </text>
    }
}

/// The text in lines. A letter of this typeface is about 0.46 of its size wide; 0.48 leaves room.
fn lines(words: &str, width: usize, size: usize) -> Vec<String> {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let letter = 0.48 * number(size);
    wrap::lines(words, number(width), &|part| letter * number(part.chars().count()))
}

/// The dots, as the page draws them.
fn picture_of(view: &DotsView) -> Html {
    let (all, [width, height]) = dots::dots(view);
    let [left, top, room, room_below] = DOTS;
    // In hundredths, so that the smaller of both is found in whole numbers.
    let scale = (100 * room / width.max(1)).min(100 * room_below / height.max(1));
    let place = format!("translate({left} {top}) scale({}.{:02})", scale / 100, scale % 100);
    html! { <g transform={place}>{ for all.into_iter().map(dot) }</g> }
}

fn dot(dot: Dot) -> Html {
    let Dot { look, x, y } = dot;
    let (half, dash) = dot.form();
    if dash {
        let path = format!("M{} {y}h{}", x - half, 2 * half);
        return html! { <path d={path} stroke={CONTROL} stroke-width="2" /> };
    }
    let (fill, stroke) = match look {
        "gave" => (BRAND, BRAND),
        "unanswered" => (CONTROL, CONTROL),
        _ => (BACKGROUND, BRAND),
    };
    html! {
        <circle
            cx={x.to_string()}
            cy={y.to_string()}
            r={half.to_string()}
            {fill}
            {stroke}
            stroke-width="2"
        />
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn text_is_broken_where_a_line_is_full() {
        assert_eq!(lines("one two three", 480, 100), ["one two", "three"]);
        assert_eq!(lines("immeasurable it is", 480, 100), ["immeasurab", "le it is"]);
        assert!(lines("", 480, 100).is_empty());
    }
}
