//! The API as another system meets it: the real service over the real store, called in process.

mod again;
mod decide;
mod described;
mod example;
mod families;
mod hostile;
mod house;
mod import;
mod life;
mod likeness;
mod lists;
mod refer;
mod support;
mod tokens;
mod verbs;
mod whole;
