//! The API as another system meets it: the real service over the real store, called in process.

mod decide;
mod described;
mod families;
mod hostile;
mod house;
mod likeness;
mod lists;
mod refer;
mod tokens;
