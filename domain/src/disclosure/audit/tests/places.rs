//! Random small places: localities, networks and teams, organisations across them, staff groups, care settings.

use crate::disclosure::audit::{Audited, Count, Figure, Relation, audited};

/// A team, and the rows it counts in.
#[derive(Clone, Debug)]
pub(super) struct Team {
    pub met: u32,
    pub of: u32,
    /// 0 to 2 are networks, of which 0 and 1 are in the first locality; 3 and 4 are the localities; 5 is the place.
    pub home: usize,
    pub organisation: usize,
    pub group: usize,
    /// Teams without one are in no row of a care setting.
    pub setting: Option<usize>,
}

/// Somebody with posts in two teams, and whether they are met in each. One who is met in both is met in wider rows.
pub(super) type Double = (usize, usize, [bool; 2]);

/// A row and its children.
pub(super) type Whole = (usize, Vec<usize>);

/// Whose people each row counts: the teams first, then the place; and what rows the others are made of.
pub(super) struct Rows {
    pub members: Vec<Vec<usize>>,
    pub whole: Vec<Whole>,
    /// The place and all organisations in it: this follows from the others.
    pub follows: Whole,
}

/// Counts and what holds between them.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub counts: Vec<Count>,
    pub relations: Vec<Relation>,
    /// What follows from the relations: whoever is told it need not work it out.
    pub follows: Vec<Relation>,
}

impl Rows {
    pub(super) fn of(teams: &[Team]) -> Self {
        let place = teams.len();
        let mut rows = Self {
            members: (0..place).map(|team| vec![team]).collect(),
            whole: Vec::new(),
            follows: (place, Vec::new()),
        };
        rows.members.push((0..place).collect());
        let all = |is: &dyn Fn(&Team) -> bool| -> Vec<usize> {
            (0..place).filter(|at| is(&teams[*at])).collect()
        };
        let mut of_place = all(&|team| team.home == 5);
        for (locality, networks) in [(3, &[0, 1][..]), (4, &[2][..])] {
            let mut children = all(&|team| team.home == locality);
            children.extend(networks.iter().filter_map(|home| {
                let teams = all(&|team| team.home == *home);
                rows.add(teams.clone(), teams)
            }));
            let everybody = all(&|team| team.home == locality || networks.contains(&team.home));
            of_place.extend(rows.add(everybody, children));
        }
        rows.whole.push((place, of_place));
        for organisation in 0..3 {
            let teams = all(&|team| team.organisation == organisation);
            let row = rows.add(teams.clone(), teams);
            rows.follows.1.extend(row);
        }
        let groups = (0..2).map(|group| all(&|team| team.group == group));
        let settings = (0..2).map(|setting| all(&|team| team.setting == Some(setting)));
        for across in [groups.collect::<Vec<_>>(), settings.collect()] {
            let rows_across = across.into_iter().filter_map(|teams| rows.add(teams, Vec::new()));
            let children = rows_across.collect();
            rows.whole.push((place, children));
        }
        rows
    }

    /// `None` of nobody.
    fn add(&mut self, members: Vec<usize>, children: Vec<usize>) -> Option<usize> {
        if members.is_empty() {
            return None;
        }
        let row = self.members.len();
        self.members.push(members);
        if !children.is_empty() {
            self.whole.push((row, children));
        }
        Some(row)
    }
}

impl Place {
    pub(super) fn of(teams: &[Team], doubles: &[Double]) -> Self {
        let rows = Rows::of(teams);
        let counts = rows.members.iter().map(|members| count(teams, doubles, members));
        Self {
            counts: counts.map(Count::new).collect(),
            relations: rows.whole.into_iter().map(relation).collect(),
            follows: vec![relation(rows.follows)],
        }
    }

    pub(super) fn audited(&self) -> Audited {
        audited(&self.counts, &self.relations)
    }
}

/// Everybody of a row, each once.
pub(super) fn count(teams: &[Team], doubles: &[Double], members: &[usize]) -> Figure {
    let (mut met, mut of) = (0, 0);
    for team in members {
        met += teams[*team].met;
        of += teams[*team].of;
    }
    for (one, other, is_met) in doubles {
        let posts = [*one, *other].map(|team| members.contains(&team));
        let is_here = posts.contains(&true);
        of += u32::from(is_here);
        met += u32::from(is_here && (0..2).all(|at| !posts[at] || is_met[at]));
    }
    Figure::People { met, of }
}

pub(super) fn relation((parent, children): Whole) -> Relation {
    Relation::Whole { parent, children }
}
