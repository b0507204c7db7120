//! A grid that knows no plan: which keys move in it and which write, and what is typed while
//! something over it closes. What its cells say and how they are drawn is the view's.

pub mod held;
pub mod keys;
