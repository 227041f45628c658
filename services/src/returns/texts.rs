//! What people wrote that a return publishes for good, in one place for whoever checks and approves it. Why something odd may stand is
//! not among it: no file has it.

use super::figures::need_row;
use domain::figures::counted;
use domain::returns::Contents;
use domain::returns::local_measures::LocalMeasure;
use domain::returns::views::PublishedText;
use std::collections::BTreeMap;

/// Each text with where it stands: why it is a correction, what is said of needs, and the texts of local measures, which are told once
/// where they are the same.
pub(super) fn texts(contents: &Contents) -> Vec<PublishedText> {
    let correction = contents.correction.iter().map(|correction| PublishedText {
        stands: format!("Why {} is corrected", correction.of),
        words: correction.reason.clone(),
    });
    let said = contents.needs.iter().filter(|need| !need.words.is_empty());
    let said = said.map(|need| PublishedText {
        stands: format!("Need: {}", need_row(need, &contents.titles).what),
        words: need.words.clone(),
    });
    correction.chain(said).chain(of_measures(&contents.local_measures)).collect()
}

fn of_measures(measures: &[LocalMeasure]) -> Vec<PublishedText> {
    let mut alike: BTreeMap<_, Vec<&LocalMeasure>> = BTreeMap::new();
    for of in measures {
        alike.entry((&of.code, &of.definition, &of.source, &of.unit)).or_default().push(of);
    }
    let texts = alike.into_iter().map(|((code, definition, source, unit), of)| {
        let whose = match of.as_slice() {
            [only] => format!("{} {}", only.level.label().to_lowercase(), only.scope_code),
            several => counted(several.len(), "value", "values"),
        };
        PublishedText {
            stands: format!("Local measure {code}: {whose}"),
            words: format!("{definition}\nSource: {source}\nUnit: {unit}"),
        }
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::sample::contents;

    fn told(contents: &Contents) -> Vec<(String, String)> {
        texts(contents).into_iter().map(|text| (text.stands, text.words)).collect()
    }

    #[test]
    fn every_free_text_of_the_files_is_told_with_where_it_stands() {
        let expected = [
            ("Why TH-2026-03-31-r1 is corrected", "A team was missing"),
            ("Need: RSK-1: PN", "=1+1, and \"more\"\nnext year"),
            (
                "Local measure PHQ-1: team T1",
                "@Change in score\nSource: Practice systems\nUnit: points",
            ),
        ];
        let expected = expected.map(|(stands, words)| (stands.to_owned(), words.to_owned()));
        assert_eq!(told(&contents()), expected);
    }

    #[test]
    fn the_same_texts_of_several_values_are_told_once_and_where_there_are_none_nothing_is() {
        let mut some = contents();
        (some.correction, some.needs) = (None, Vec::new());
        let other = LocalMeasure { scope_code: "T2".to_owned(), ..some.local_measures[0].clone() };
        some.local_measures.push(other);
        let told: Vec<String> = told(&some).into_iter().map(|(stands, _)| stands).collect();
        assert_eq!(told, ["Local measure PHQ-1: 2 values"]);
        some.local_measures.clear();
        assert_eq!(texts(&some), []);
    }
}
