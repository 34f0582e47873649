//! Programme areas and the organisations that run them.
