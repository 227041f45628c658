//! What people type: in any script, with signs that mean something to a typesetter, or that no font has.

use crate::passports::{nurses, paper};
use crate::reader::Read;
use documents::pdf;
use proptest::prelude::*;

fn named(name: &str) -> Read {
    let mut passport = nurses(1);
    name.clone_into(&mut passport.person.name);
    name.clone_into(&mut passport.competencies[0].title);
    name.clone_into(&mut passport.competencies[1].by[0].name);
    Read::of(&paper(&passport))
}

#[test]
fn what_means_something_to_a_typesetter_is_printed_as_it_was_typed() {
    for name in [
        "#panic(\"no\") #read(\"/etc/passwd\")",
        "*bold* _slanted_ `code` $x^2$ \\ @amina <label>",
        "= Heading // and /* comment */ #[ ] { } ~ -- ---",
        "\"quoted\" 'and' so on... \\u{41} %s {0}",
        "https://example.org/#fragment",
    ] {
        let read = named(name);
        assert!(read.text().contains(name), "{name} is not in {}", read.text());
        assert_eq!(read.title(), format!("Competency passport: {name}"));
    }
}

#[test]
fn other_scripts_are_printed() {
    for name in ["Łukasz Żółć", "Nguyễn Thị Ánh", "Αθηνά Παπά", "Жанна Цой", "Աննա", "ნინო"]
    {
        let text = named(name).text();
        assert!(text.contains(name) && !text.contains("stands for"), "{name} is not in {text}");
    }
    // From right to left, which other programs may hand back in either order.
    for name in ["أمينة خان", "אמינה"] {
        assert!(!named(name).text().contains("stands for a letter"), "{name}");
    }
}

#[test]
fn a_sign_that_no_font_has_is_replaced_and_explained() {
    for name in ["Amina \u{1F469}\u{200D}\u{2695}\u{FE0F}", "\u{E000}\u{F8FF}", "আমিনা", "爱米娜"]
    {
        let text = named(name).text();
        assert!(text.contains("\u{FFFD} stands for a letter or sign"), "{name}: {text}");
    }
    assert!(!named("Amina").text().contains("stands for"));
}

#[test]
fn what_turns_the_order_of_letters_round_is_left_out() {
    let text = named("Amina\u{202E}nahK\u{202C} \u{2066}Khan\u{2069}\u{0}\u{7}").text();
    assert!(text.contains("AminanahK Khan"), "{text}");
}

#[test]
fn a_word_without_an_end_stays_on_the_page() {
    let text = named(&"Llanfairpwllgwyngyll".repeat(30)).text();
    assert!(text.contains("Current until"), "{text}");
}

#[test]
fn a_text_longer_than_a_page_goes_on_over_the_next() {
    for (text, fits) in [("word ".repeat(2_000), 900), ("word\n".repeat(200), 70)] {
        let mut passport = nurses(1);
        passport.competencies[0].title = format!("{text} the end");
        let pages = Read::of(&paper(&passport)).pages();
        let most = pages.iter().map(|page| page.matches("word").count()).max().unwrap();
        assert!(pages.concat().contains("the end") && most < fits, "{most} on a page");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn no_text_stops_a_document(texts in prop::collection::vec(any::<String>(), 60)) {
        let mut passport = nurses(30);
        for (held, text) in passport.competencies.iter_mut().zip(texts) {
            held.title = text;
        }
        prop_assert!(pdf(&paper(&passport)).is_ok());
    }
}
