//! Where each item stands: one way up for each, no circles, and beneath the items at the top everything that has nothing
//! beneath itself.

use super::associations::ChildOf;
use super::items::Items;
use super::node::Reader;

/// How many items may lie above one another. Every level between a domain and its competencies becomes a part of their
/// titles, and a longer title helps nobody.
const MOST_DEEP: usize = 8;

/// An item at the top, and the ends of the tree beneath it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chapter {
    /// `None` for the ends that stand at the top themselves.
    pub domain: Option<usize>,
    pub leaves: Vec<Leaf>,
}

/// An item with nothing beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    pub item: usize,
    /// What lies between the domain and it, from above.
    pub headings: Vec<usize>,
}

/// The chapters in the order of the package; `None` where there are circles.
pub(super) fn places(
    reader: &mut Reader,
    items: &Items<'_>,
    associations: Vec<ChildOf<'_>>,
) -> Option<Vec<Chapter>> {
    let tree = Tree::of(reader, items, associations);
    if tree.has_circles(reader, items) {
        return None;
    }
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut loose: Option<usize> = None;
    for &top in &tree.top {
        let says_domain = items.get(top).is_some_and(|item| item.says_domain);
        if tree.beneath(top).is_empty() && !says_domain {
            let at = *loose.get_or_insert(chapters.len());
            if at == chapters.len() {
                chapters.push(Chapter::default());
            }
            let leaf = Leaf { item: top, headings: Vec::new() };
            chapters.get_mut(at)?.leaves.push(leaf);
        } else {
            chapters.push(Chapter { domain: Some(top), leaves: tree.leaves(reader, items, top) });
        }
    }
    Some(chapters)
}

struct Tree<'a> {
    top: Vec<usize>,
    children: Vec<Vec<usize>>,
    /// The association by which each item lies beneath another.
    up: Vec<Option<ChildOf<'a>>>,
}

impl<'a> Tree<'a> {
    fn of(reader: &mut Reader, items: &Items<'_>, mut associations: Vec<ChildOf<'a>>) -> Self {
        let many = items.all.len();
        let mut tree =
            Self { top: Vec::new(), children: vec![Vec::new(); many], up: vec![None; many] };
        // A stable sort: without numbers, the order of the file.
        associations.sort_by_key(|association| association.sequence.unwrap_or(i64::MAX));
        for association in associations {
            let Some(up) = tree.up.get_mut(association.child) else { continue };
            if let Some(first) = up {
                let message = format!(
                    "lies beneath something else by {} already; keep one of the two, because a competency is in one domain",
                    first.node.path
                );
                let at = format!("{}.originNodeURI.identifier", association.node.path);
                let id = items.get(association.child).map(|item| item.id.to_string());
                reader.faults.add(0, &at, &id.unwrap_or_default(), message);
                continue;
            }
            match association.parent {
                None => tree.top.push(association.child),
                Some(parent) => {
                    if let Some(children) = tree.children.get_mut(parent) {
                        children.push(association.child);
                    }
                }
            }
            *up = Some(association);
        }
        let alone = tree.up.iter().enumerate().filter(|(_, up)| up.is_none()).map(|(at, _)| at);
        tree.top.extend(alone.collect::<Vec<_>>());
        tree
    }

    fn beneath(&self, item: usize) -> &[usize] {
        self.children.get(item).map_or(&[], Vec::as_slice)
    }

    fn parent(&self, item: usize) -> Option<usize> {
        self.up.get(item)?.as_ref()?.parent
    }

    /// Notes every circle once: what cannot be reached from the top lies in one, or beneath one.
    fn has_circles(&self, reader: &mut Reader, items: &Items<'_>) -> bool {
        let mut seen = vec![false; self.up.len()];
        let mut next = self.top.clone();
        while let Some(item) = next.pop() {
            seen.get_mut(item).into_iter().for_each(|seen| *seen = true);
            next.extend_from_slice(self.beneath(item));
        }
        let unreached: Vec<usize> =
            (0..seen.len()).filter(|at| seen.get(*at) == Some(&false)).collect();
        for &from in &unreached {
            let (mut way, mut item) = (Vec::new(), from);
            while seen.get(item) == Some(&false) {
                seen.get_mut(item).into_iter().for_each(|seen| *seen = true);
                way.push(item);
                let Some(parent) = self.parent(item) else { break };
                item = parent;
            }
            if let Some(begins) = way.iter().position(|at| *at == item) {
                self.note_circle(reader, items, way.get(begins..).unwrap_or_default());
            }
        }
        !unreached.is_empty()
    }

    fn note_circle(&self, reader: &mut Reader, items: &Items<'_>, circle: &[usize]) {
        const MOST_NAMED: usize = 6;
        let paths =
            circle.iter().filter_map(|&at| items.get(at)).map(|item| item.node.path.as_str());
        let mut named: Vec<&str> = paths.take(MOST_NAMED).collect();
        if circle.len() > MOST_NAMED {
            named.push("…");
        }
        let first = circle.first().and_then(|at| self.up.get(*at)?.as_ref());
        let message = format!(
            "isChildOf goes in a circle: {} and back to the first; remove one of these associations",
            named.join(" beneath ")
        );
        let path = first.map_or("CFAssociations", |association| association.node.path.as_str());
        reader.faults.add(0, path, "", message);
    }

    /// The ends beneath an item, from left to right.
    fn leaves(&self, reader: &mut Reader, items: &Items<'_>, top: usize) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        let beneath = |item, above: &Vec<usize>| -> Vec<(usize, Vec<usize>)> {
            self.beneath(item).iter().rev().map(|&child| (child, above.clone())).collect()
        };
        let mut next = beneath(top, &Vec::new());
        while let Some((item, mut headings)) = next.pop() {
            if self.beneath(item).is_empty() {
                leaves.push(Leaf { item, headings });
            } else if headings.len() + 2 >= MOST_DEEP {
                if let Some(item) = items.get(item) {
                    let message = format!(
                        "has items beneath it on level {}; the most is {MOST_DEEP} levels",
                        MOST_DEEP + 1
                    );
                    reader.fault(&item.node, "identifier", message);
                }
            } else {
                headings.push(item);
                next.extend(beneath(item, &headings));
            }
        }
        leaves
    }
}
