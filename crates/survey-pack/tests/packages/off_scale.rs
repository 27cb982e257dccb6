//! An answer that is no step of its question's scale: “don't know”.

use survey::bundle;
use survey_pack::pack::{self, Options};

use super::small::Package;

fn package(answer: &str) -> Package {
    let package = Package::new();
    package.replace(
        "answers.schema.json",
        "[\"not at all\", \"a little\", \"much\"],\n      \"categoriesOrdered\": true",
        &format!(
            "[\"not at all\", \"a little\", \"much\"],\n      \"categoriesOrdered\": true,\n      \
             \"survey\": {{ \"options\": {{ \"{answer}\": {{ \"off_scale\": true }} }} }}"
        ),
    );
    package
}

#[test]
fn an_answer_off_its_scale_is_declared_packed_and_read_again() {
    let package = package("much");
    let file = package.file("tea.bundle");
    pack::pack(package.path(), &file, &Options::default()).unwrap();
    let survey = bundle::decode(&std::fs::read(&file).unwrap()).unwrap().survey;
    let codebook = survey.codebook();
    let liking = codebook.find("liking").unwrap();
    let off_scale: Vec<bool> =
        codebook.question(liking).options.iter().map(|option| option.off_scale).collect();
    assert_eq!(off_scale, [false, false, true]);
    // It counts as an answer.
    assert_eq!(survey.draws()[0].source().total(liking).unwrap().counts, [1, 1, 2]);
    let others = codebook.iter().filter(|(ix, _)| *ix != liking);
    assert!(others.flat_map(|(_, question)| &question.options).all(|option| !option.off_scale));
}

#[test]
fn what_is_off_a_scale_stands_after_its_steps() {
    let said = |package: &Package| -> Vec<String> {
        package.read().unwrap_err().iter().map(ToString::to_string).collect()
    };
    let of_no_scale = package("much");
    of_no_scale.replace("answers.schema.json", "\"categoriesOrdered\": true,", "");
    for package in [package("a little"), of_no_scale] {
        let said = said(&package);
        let no_scale = "question “liking” has an answer off its scale, but no scale before it, or a step \
                        after it";
        assert!(said.len() == 1 && said[0].contains(no_scale), "{said:?}");
    }
}
