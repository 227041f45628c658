//! What the levels mean, from rubrics: one criterion for each competency, each of its levels scored 1 to 5.

use super::items::Items;
use super::node::{Node, Reader, identifier};
use crate::imports::cells;
use std::collections::HashMap;

/// The words for levels 1 to 5 by the position of their item; a level without any has its general meaning.
pub(super) type Descriptors = HashMap<usize, [Option<String>; 5]>;

pub(super) fn read(reader: &mut Reader, rubrics: &[Node<'_>], items: &Items<'_>) -> Descriptors {
    let mut descriptors = Descriptors::new();
    for rubric in rubrics {
        reader.must_be_a_part(rubric);
        for criterion in reader.list(rubric, "CFRubricCriteria") {
            reader.must_be_a_part(&criterion);
            // Without an item it speaks of any competency; those words are Esteem's own.
            let Some(at) = item(reader, &criterion, items) else { continue };
            let words = levels(reader, &criterion);
            if descriptors.insert(at, words).is_some() {
                let message = "this item has an earlier criterion; an item has one";
                reader.fault(&criterion, "CFItemURI", message);
            }
        }
    }
    descriptors
}

fn item(reader: &mut Reader, criterion: &Node<'_>, items: &Items<'_>) -> Option<usize> {
    let link = reader.object(criterion, "CFItemURI")?;
    let id = reader.must(&link, "identifier", identifier)?;
    let found = items.find(id);
    if found.is_none() {
        reader.fault(
            &link,
            "identifier",
            "is no item of the package; add the item, or remove this criterion",
        );
    }
    found
}

fn levels(reader: &mut Reader, criterion: &Node<'_>) -> [Option<String>; 5] {
    let mut words = [const { None }; 5];
    for level in reader.list(criterion, "CFRubricCriterionLevels") {
        reader.must_be_a_part(&level);
        let number = ["score", "position"].iter().find_map(|field| level.get(field)?.as_f64());
        let place = (1..=5).find(|place| number == Some(f64::from(*place)));
        let Some(slot) = place.and_then(|place| words.get_mut(place as usize - 1)) else {
            reader.fault(&level, "score", "write the level: a whole number from 1 to 5");
            continue;
        };
        let said = reader.may(&level, "description", cells::long_text(2_000));
        if slot.is_some() {
            reader.fault(
                &level,
                "score",
                "an earlier level has this score; each level stands once",
            );
        } else {
            *slot = said;
        }
    }
    words
}
