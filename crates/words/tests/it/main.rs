//! What people read is complete in every language and written as people write.

mod building;
mod days;
mod lists;
mod looking_up;
mod numbers;
mod plurals;
mod sorting;
mod terms;
mod wording;
