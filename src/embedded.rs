//! Fonts, forms, catalogues and the sample, as bytes inside the program.
