//! What stands elsewhere of the page: in previews of links to it, in pages that show it by oEmbed,
//! and on the device of a reader who keeps it.

use explorer::state::Place;
use explorer::view::share::{Colours, Share, ShareView};
use explorer::words::elsewhere as words;
use findings_explorer::AppProps;
use serde_json::json;
use yew::prelude::*;

/// The picture's width and height, as those who show previews ask for, in pixels.
pub(crate) const PICTURE: [u32; 2] = [1200, 630];
/// The picture's file, beside the page.
const PICTURE_FILE: &str = "social.png";
/// The size that is recommended for an embed, in CSS pixels; it takes any width.
const EMBED: [u32; 2] = [960, 700];

/// What the head is made with.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HeadProps {
    pub(crate) app: AppProps,
    /// Where the page will be, ending in a slash, if that is known.
    pub(crate) address: Option<AttrValue>,
}

/// The page's title, what the survey says of itself first, and what previews of links show. What
/// needs the page's address is left out without one.
#[component]
pub(crate) fn Head(props: &HeadProps) -> Html {
    let about = &props.app.loaded.survey.about();
    let first = about.description.first().cloned().unwrap_or_default();
    let description = format!("{first} {}", about.banner).trim().to_owned();
    html! {
        <>
            <title>{ words::title(&about.title) }</title>
            { named("og:type", "website") }
            { named("og:title", about.title.clone()) }
            // The same for search engines and for previews.
            <meta name="description" property="og:description" content={description} />
            if let Some(address) = &props.address {
                { named("og:url", address.clone()) }
                { named("og:image", format!("{address}{PICTURE_FILE}")) }
                { named("og:image:width", PICTURE[0].to_string()) }
                { named("og:image:height", PICTURE[1].to_string()) }
                { named("og:image:alt", picture_in_words(&props.app)) }
                <meta name="twitter:card" content="summary_large_image" />
                <link rel="canonical" href={address} />
                <link
                    rel="alternate"
                    type="application/json+oembed"
                    href={format!("{address}oembed.json")}
                    title={about.title.clone()}
                />
            } else {
                <meta name="twitter:card" content="summary" />
            }
        </>
    }
}

fn named(property: &'static str, content: impl Into<AttrValue>) -> Html {
    html! { <meta {property} content={content.into()} /> }
}

fn picture_in_words(app: &AppProps) -> String {
    let survey = &app.loaded.survey;
    let headline = survey.findings().first().map(|finding| format!("{}. ", finding.headline));
    format!("{}{}", headline.unwrap_or_default(), survey.about().banner)
}

/// The web app's manifest, as one line of JSON.
pub(crate) fn manifest(app: &AppProps) -> String {
    json!({
        "name": words::title(&app.loaded.survey.about().title),
        "short_name": words::PRODUCT,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#FFFFFF",
        "theme_color": "#12436D",
        "icons": [{ "src": "./icon.svg", "sizes": "any", "type": "image/svg+xml" }],
    })
    .to_string()
}

/// What `oembed.json` says of the page at an address, as one line of JSON.
pub(crate) fn oembed(app: &AppProps, address: &str) -> String {
    let (survey, header) = (&app.loaded.survey, &app.loaded.header);
    let share = Share {
        place: &Place::default(),
        figure: None,
        pinned: false,
        colours: Colours::Readers,
        page: address,
        heights: "",
    };
    let frame = ShareView::new(survey, header, &share).embed.map(|embed| embed.frame);
    json!({
        "version": "1.0",
        "type": "rich",
        "title": survey.about().title,
        "provider_name": words::PRODUCT,
        "provider_url": address,
        "html": frame.unwrap_or_default().trim_end(),
        "width": EMBED[0],
        "height": EMBED[1],
        "thumbnail_url": format!("{address}{PICTURE_FILE}"),
        "thumbnail_width": PICTURE[0],
        "thumbnail_height": PICTURE[1],
    })
    .to_string()
}
