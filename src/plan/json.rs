//! JSON into values, in the one way in which files are read too: what reads a dossier is large,
//! and stands in the program once. What is understood while it is read is refused at its place.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeOwned, Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

/// A value from its JSON.
///
/// # Errors
/// What serde says of a text that is none.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    // Not `from_str`, whose reader is another type.
    serde_json::from_slice(text.as_bytes())
}

/// A list whose values are known by what stands in them, so that each has to be looked at whole
/// before it is read.
///
/// # Errors
/// What is wrong in one of them, where it stands in the list.
pub(crate) fn each<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    // Read as it stands, a value would be refused after the list has gone on to the next.
    struct Whole<T>(T);

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Whole<T> {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            from.deserialize_any(Look(PhantomData)).map(Whole)
        }
    }

    struct Look<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Look<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value with its kind")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            T::deserialize(StrDeserializer::new(text))
        }
    }

    Vec::<Whole<T>>::deserialize(from).map(|list| list.into_iter().map(|whole| whole.0).collect())
}

/// A text that means a value.
///
/// # Errors
/// A text that means none: `what` it is not, and the text.
pub(crate) fn text<'de, T, D: Deserializer<'de>>(
    from: D,
    what: &'static str,
    meaning: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    from.deserialize_str(Text { what, meaning })
}

struct Text<T> {
    what: &'static str,
    meaning: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.meaning)(text).ok_or_else(|| E::custom(format_args!("not {}: {text:?}", self.what)))
    }
}

/// A number that means a value.
///
/// # Errors
/// A number that means none.
pub(crate) fn number<'de, T, D: Deserializer<'de>>(
    from: D,
    what: &'static str,
    meaning: fn(u16) -> Option<T>,
) -> Result<T, D::Error> {
    from.deserialize_u16(Number { what, meaning })
}

struct Number<T> {
    what: &'static str,
    meaning: fn(u16) -> Option<T>,
}

impl<T> Visitor<'_> for Number<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        let value = u16::try_from(number).ok().and_then(self.meaning);
        value.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        Err(E::invalid_value(Unexpected::Signed(number), &self))
    }
}
