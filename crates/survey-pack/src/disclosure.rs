//! What may leave the machine of somebody who holds confidential answers: counts, in tables that
//! the holder declared and that pass the gate. `docs/package.md` describes the plan.

pub mod plan;

pub use self::plan::Plan;
