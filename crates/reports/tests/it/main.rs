//! Tables and papers, as whoever gets them sees them.

mod support;

mod csv;
mod excel;
mod pdf;
