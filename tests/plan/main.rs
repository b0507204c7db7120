//! The domain and its language: what cells say, dates, numbers, order.

mod money;
mod people;
mod period;
mod properties;
mod words;
