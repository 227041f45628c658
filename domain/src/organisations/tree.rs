//! The tree of areas: each parent wider than its child, and no area above itself (rules, section 1).

use crate::codes::AreaKind;
use std::collections::BTreeMap;

/// What stands against an area's place in the tree.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TreeFault {
    #[error("'{0}' is no area, neither in this file nor on record; add it, or correct the code")]
    UnknownParent(String),
    #[error("makes a circle of areas ({}); give one of them another parent", .0.join(", "))]
    Loop(Vec<String>),
    #[error(
        "a {} cannot lie in a {}; the order is system, place, locality, network",
        .child.label().to_lowercase(), .parent.label().to_lowercase()
    )]
    ParentNotWider { parent: AreaKind, child: AreaKind },
    #[error("a locality lies in a place; name it as the parent")]
    LocalityAlone,
}

/// The kind and the parent's code of every area, by code.
pub type Tree<'a> = BTreeMap<&'a str, (AreaKind, Option<&'a str>)>;

/// Whether the area may stand where it does.
///
/// # Errors
/// Returns the first thing that stands against it.
pub fn well_placed(tree: &Tree<'_>, code: &str) -> Result<(), TreeFault> {
    let Some(&(child, parent)) = tree.get(code) else { return Ok(()) };
    let Some(parent) = parent else {
        return if child == AreaKind::Locality { Err(TreeFault::LocalityAlone) } else { Ok(()) };
    };
    let Some(&(parent_kind, _)) = tree.get(parent) else {
        return Err(TreeFault::UnknownParent(parent.to_owned()));
    };
    if let Some(circle) = circle_from(tree, code) {
        return Err(TreeFault::Loop(circle));
    }
    if parent_kind.depth() >= child.depth() {
        return Err(TreeFault::ParentNotWider { parent: parent_kind, child });
    }
    Ok(())
}

/// The codes from an area upwards until it comes round to itself; `None` where it does not.
fn circle_from(tree: &Tree<'_>, code: &str) -> Option<Vec<String>> {
    let mut circle = vec![code.to_owned()];
    let mut above = tree.get(code)?.1?;
    while above != code {
        // A circle further up is a fault of those areas, not of this one.
        if circle.iter().any(|seen| seen == above) {
            return None;
        }
        circle.push(above.to_owned());
        above = tree.get(above)?.1?;
    }
    Some(circle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use AreaKind::{Locality, Network, Place, System};

    fn told(tree: &Tree<'_>, code: &str) -> Option<TreeFault> {
        well_placed(tree, code).err()
    }

    #[test]
    fn parents_widen_strictly_and_steps_may_be_left_out() {
        let tree = Tree::from([
            ("S", (System, None)),
            ("P", (Place, Some("S"))),
            ("L", (Locality, Some("P"))),
            ("N", (Network, Some("P"))),
            ("P2", (Place, Some("L"))),
            ("N2", (Network, Some("N"))),
        ]);
        for code in ["S", "P", "L", "N"] {
            assert_eq!(told(&tree, code), None, "{code}");
        }
        let not_wider = TreeFault::ParentNotWider { parent: Locality, child: Place };
        assert!(not_wider.to_string().starts_with("a place cannot lie in a locality"));
        assert_eq!(told(&tree, "P2"), Some(not_wider));
        assert!(matches!(told(&tree, "N2"), Some(TreeFault::ParentNotWider { .. })));
    }

    #[test]
    fn a_network_and_a_place_may_stand_alone_and_a_locality_may_not() {
        let alone =
            Tree::from([("P", (Place, None)), ("L", (Locality, None)), ("N", (Network, None))]);
        assert_eq!(told(&alone, "P").or(told(&alone, "N")), None);
        assert_eq!(told(&alone, "L"), Some(TreeFault::LocalityAlone));
    }

    #[test]
    fn a_circle_is_told_as_such_by_those_in_it() {
        let tree = Tree::from([
            ("P", (Place, Some("L"))),
            ("L", (Locality, Some("P"))),
            ("N", (Network, Some("L"))),
            ("X", (Place, Some("X"))),
        ]);
        assert_eq!(told(&tree, "P"), Some(TreeFault::Loop(vec!["P".into(), "L".into()])));
        assert_eq!(told(&tree, "X"), Some(TreeFault::Loop(vec!["X".into()])));
        assert_eq!(told(&tree, "N"), None, "the fault is theirs");
    }

    #[test]
    fn an_unknown_parent_is_named() {
        let tree = Tree::from([("N", (Network, Some("TH")))]);
        assert_eq!(told(&tree, "N"), Some(TreeFault::UnknownParent("TH".into())));
    }
}
