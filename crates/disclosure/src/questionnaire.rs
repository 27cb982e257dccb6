//! What the questionnaire let respondents tick together, as far as the package declares it.

/// For each question of the codebook which ticks can stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questionnaire {
    /// By question. Questions with one answer have no rules of their own here.
    pub ticks: Vec<Ticks>,
}

/// Which ticks of one multiple-response question can stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// Options that nobody can tick together with another, such as “none of these”; ascending.
    pub exclusive: Vec<usize>,
    /// Whether everybody who answered ticked an option.
    pub at_least_one: bool,
}
