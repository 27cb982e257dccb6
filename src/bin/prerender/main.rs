//! Writes to standard output what the page says before any script runs, and what stands elsewhere of
//! it. A line each: what goes into its head; what it says until the app runs; the same in an embed; the
//! text of an embed; its manifest; what `oembed.json`
//! says, empty without an address; the picture for previews, as SVG. Then the page's text.
//!
//! `prerender FILE [ADDRESS]` reads the packed survey from `FILE`; the page will be at `ADDRESS`,
//! which ends in a slash.

mod elsewhere;
mod notices;
mod picture;

use std::process::ExitCode;
use std::rc::Rc;

use elsewhere::{Head, HeadProps};
use explorer::Loaded;
use findings_explorer::{App, AppProps, EmbedText};
use notices::{Notices, NoticesProps};
use picture::Picture;
use survey::bundle;
use yew::{AttrValue, BaseComponent, LocalServerRenderer};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: prerender SURVEY_FILE [ADDRESS]");
        return ExitCode::FAILURE;
    };
    let read = std::fs::read(&path).map_err(|error| error.to_string());
    let survey = read.and_then(|file| bundle::decode(&file).map_err(|error| error.to_string()));
    let bundle = match survey {
        Ok(bundle) => bundle,
        Err(error) => {
            eprintln!("cannot read {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    };
    let address = std::env::args().nth(2);
    let mut props = AppProps { loaded: Rc::new(Loaded::from(bundle)), fragment: String::new() };
    let head = HeadProps { app: props.clone(), address: address.clone().map(AttrValue::from) };
    let head = rendered::<Head>(head);
    let notices = [false, true].map(|embedded| rendered::<Notices>(NoticesProps { embedded }));
    let [own_notices, embedded_notices] = notices;
    let manifest = elsewhere::manifest(&props);
    let oembed = address.map_or_else(String::new, |address| elsewhere::oembed(&props, &address));
    let picture = rendered::<Picture>(props.clone());
    let page = rendered::<App>(props.clone());
    // Nobody else has it any more.
    if let Some(loaded) = Rc::get_mut(&mut props.loaded) {
        loaded.whole_page = Some("./".to_owned());
    }
    let embedded = rendered::<EmbedText>(props);
    for text in [head, own_notices, embedded_notices, embedded, manifest, oembed, picture] {
        println!("{}", text.replace('\n', " "));
    }
    println!("{page}");
    ExitCode::SUCCESS
}

fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use explorer::fragment;
    use survey::{
        About, AnswerOption, Answers, Codebook, Draw, Form, Kind, Language, Phrase, Provenance,
        Question, Records, Survey, SurveyParts,
    };

    use super::*;

    const TITLE: &str = "استطلاع عن الشاي";
    const LEAD: &str = "مسح صغير.";
    const LABEL: &str = "شرب الشاي (2026)";

    fn phrase(words: &str) -> Phrase {
        Phrase { one: words.into(), other: words.into() }
    }

    /// Two offices that answered one question, in Arabic.
    fn survey(language: Option<Language>) -> Survey {
        let option = |id: &str, label: &str| AnswerOption {
            id: id.into(),
            label: label.into(),
            says: Some(phrase(label)),
            group: None,
            off_scale: false,
        };
        let question = Question {
            id: "tea".into(),
            label: LABEL.into(),
            text: "هل تشربون الشاي؟".into(),
            kind: Kind::Single,
            options: vec![option("yes", "نعم"), option("no", "لا")],
            groups: vec![],
            asked_if: None,
            grouping: true,
            prominent: true,
            peers: false,
            note: None,
        };
        let codebook = Arc::new(Codebook::new(vec![question]).unwrap());
        let mut answers = Answers::none(2, 2);
        answers.record(0, [0]);
        answers.record(1, [1]);
        let ids = vec!["1".into(), "2".into()];
        let records = Records::new(Arc::clone(&codebook), ids, vec![answers], None).unwrap();
        let form = Form::Records(Arc::new(records));
        Survey::new(SurveyParts {
            about: About {
                name: "tea".into(),
                language,
                title: TITLE.into(),
                version: "1".into(),
                description: vec![LEAD.into()],
                provenance: Provenance::Public,
                banner: String::new(),
                respondent: phrase("مكتب"),
                invited: None,
                limits: vec![],
                licence: "MIT".into(),
                citation: "None".into(),
                sources: vec![],
            },
            codebook,
            figures: vec![],
            findings: vec![],
            recommendations: vec![],
            draws: vec![Draw { id: "1".into(), label: "1".into(), form }],
        })
        .unwrap()
    }

    fn props(language: Option<Language>, fragment: &str) -> AppProps {
        let file = bundle::encode(&survey(language)).unwrap();
        let loaded = Rc::new(Loaded::from(bundle::decode(&file).unwrap()));
        AppProps { loaded, fragment: fragment.into() }
    }

    fn page(language: Option<Language>) -> String {
        rendered::<App>(props(language, fragment!("explore")))
    }

    #[test]
    fn texts_of_a_package_stand_in_their_own_language_and_direction() {
        let arabic = Language { tag: "ar".into(), right_to_left: true };
        let said = page(Some(arabic));
        let marked = |text: &str| {
            [r#"lang="ar" dir="rtl""#, r#"dir="rtl" lang="ar""#]
                .map(|mark| format!("<bdi {mark}>{text}</bdi>"))
        };
        for text in [TITLE, "نعم"] {
            assert!(marked(text).iter().any(|text| said.contains(text)), "{said}");
        }
        // The name of a filter.
        let legends = marked(LABEL).map(|label| format!("facet__legend\">{label}</legend>"));
        assert!(legends.iter().any(|legend| said.contains(legend)), "{said}");
        // In a heading of the table.
        assert!(said.contains("<th scope=\"row\"><bdi>نعم</bdi>"), "{said}");
    }

    #[test]
    fn what_stands_before_any_script_leaves_no_text_of_the_package_unmarked() {
        let arabic = || Some(Language { tag: "ar".into(), right_to_left: true });
        let findings = rendered::<App>(props(arabic(), fragment!("findings")));
        let embed = rendered::<EmbedText>(props(arabic(), ""));
        for (said, text) in [(&findings, TITLE), (&findings, LEAD), (&embed, TITLE), (&embed, LEAD)]
        {
            let marked = |mark: &str| said.matches(&format!("<bdi {mark}>{text}</bdi>")).count();
            let marked = marked(r#"lang="ar" dir="rtl""#) + marked(r#"dir="rtl" lang="ar""#);
            assert!(marked > 0, "{text}: {said}");
            assert_eq!(said.matches(text).count(), marked, "{text}: {said}");
        }
    }

    #[test]
    fn a_package_without_a_language_keeps_its_texts_apart_all_the_same() {
        let said = page(None);
        assert!(said.contains(&format!("<bdi>{TITLE}</bdi>")), "{said}");
        assert!(!said.contains("rtl"), "{said}");
    }
}
