//! assess
fn main() {}
