//! What Articles 11 and 12 share: the leases, and the rent of a year.

use crate::answers::answer::Table;
use crate::applicant::premises::leases;
use crate::date::Year;
use crate::money::{Area, Money};
use crate::rule::{Case, Figure, Place, Provision};

/// A row of the leases that counts or may count: rent was paid, or is not filled in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lease {
    pub row: usize,
    pub year: Option<Year>,
    pub rent: Option<Money>,
    pub area: Option<Area>,
    /// What Miyun's average rent is multiplied with: average, area and months.
    pub average: Option<[Figure; 3]>,
}

impl Lease {
    /// The leases, without rows whose rent is zero.
    pub(super) fn with_rent(table: &Table) -> Vec<Self> {
        let leases = (0..table.len()).map(|row| Self {
            row,
            year: table.get(&leases::YEAR, row),
            rent: table.money(&leases::RENT, row),
            area: table.get(&leases::AREA, row),
            average: average(table, row),
        });
        leases.filter(|lease| lease.rent != Some(Money::ZERO)).collect()
    }

    /// The rent, if it was paid in `year`.
    pub(super) fn rent_in(&self, year: Year) -> Option<Money> {
        self.rent.filter(|_| self.year == Some(year))
    }
}

fn average(table: &Table, row: usize) -> Option<[Figure; 3]> {
    Some([
        Figure::Money(table.money(&leases::AVERAGE, row)?),
        Figure::Area(table.get(&leases::AREA, row)?),
        Figure::Count(table.get(&leases::MONTHS, row)?),
    ])
}

/// The rent of a year over all leases; with a step where there are several.
pub(super) fn rent_of(
    case: &mut Case<'_>,
    provision: &'static Provision,
    leases: &[Lease],
    year: Year,
) -> Option<Money> {
    let rents: Vec<Money> = leases.iter().filter_map(|lease| lease.rent_in(year)).collect();
    match rents[..] {
        [] => None,
        [rent] => Some(rent),
        _ => Some(case.sum(provision, Place::Year(year), &rents)),
    }
}
