//! What people look at first: the families of a list with how each stands, and the figures of an area. Nothing here decides.

mod cases;
mod figures;
mod week;

pub(crate) use cases::ALL as CASES;
pub use cases::{Case, Detail, Show, Standing, cases};
pub(crate) use figures::ALL as FIGURES;
pub use figures::{Figures, figures};
pub use week::{CarerWeek, FamilyWeek, week};
