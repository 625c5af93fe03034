//! The workloads for `index.html` beside this crate, which holds the clock.

#[path = "../../workload.rs"]
mod workload;

use wasm_bindgen::prelude::wasm_bindgen;

/// All workloads, ready to run.
#[wasm_bindgen]
pub struct Bench {
    workloads: Vec<workload::Workload>,
}

#[wasm_bindgen]
impl Bench {
    /// Makes the facts that they read.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(clippy::new_without_default, reason = "JavaScript knows no default")]
    pub fn new() -> Self {
        Self { workloads: workload::all() }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.workloads.len()
    }

    /// The name of one.
    #[must_use]
    pub fn name(&self, index: usize) -> String {
        self.workloads[index].name.clone()
    }

    /// Runs one so many times.
    pub fn run(&self, index: usize, times: u32) {
        for _ in 0..times {
            std::hint::black_box(self.workloads[index].run());
        }
    }
}
