//! The domain and its language: what cells say, dates, numbers, order; the check and the
//! timeline.

mod check;
mod money;
mod people;
mod period;
mod properties;
mod timeline;
mod words;
