//! How a figure, the page or the data are cited.

/// What a figure is.
pub const FIGURE: &str = "Figure of the findings explorer";
/// What the page is.
pub const PAGE: &str = super::elsewhere::PRODUCT;
/// What the data are.
pub const DATA: &str = "Data set";

/// A figure's title.
pub fn figure(headline: &str, of_what: &str) -> String {
    format!("{headline} ({of_what})")
}

/// The title of the data.
pub fn data(survey: &str, name: &str, version: &str) -> String {
    format!("{survey}: data package {name} {version}")
}

/// A citation: who published the survey comes first, then where the figure was seen. `caution` may be
/// empty.
pub fn citation(
    [title, kind]: [&str; 2],
    version: &str,
    [day, link]: [&str; 2],
    caution: &str,
    survey: &str,
) -> String {
    let caution = if caution.is_empty() { String::new() } else { format!(" {caution}") };
    format!("{survey} “{title}” [{kind}], via {link} ({version}), {day}.{caution}")
}
