//! `cargo bench`: the workloads natively. The browser's table shows these times beside its own.

mod workload;

use std::time::Duration;

use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(20)
        .configure_from_args();
    for workload in workload::all() {
        criterion.bench_function(&workload.name, |bencher| bencher.iter(|| workload.run()));
    }
    criterion.final_summary();
}
