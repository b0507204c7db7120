//! Pictures of the window without a graphics card: egui's triangles, filled in plain code.
//!
//! Colours are premultiplied and blended in gamma space, as egui asks of every renderer;
//! textures are sampled between their four nearest texels.

use std::collections::HashMap;

use egui::epaint::{Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, FullOutput, ImageData, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

/// Fills triangles.
#[derive(Default)]
pub struct SoftRenderer {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for SoftRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = change.image;
                match change.pos {
                    None => {
                        self.textures.insert(id, (*image).clone());
                    }
                    Some(at) => self.patch(id, at, &image),
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a texture is missing")?;
            canvas.fill(mesh, texture, primitive.clip_rect, scale);
        }
        Ok(canvas.into_image())
    }
}

impl SoftRenderer {
    fn patch(&mut self, id: TextureId, at: [usize; 2], image: &ColorImage) {
        let Some(texture) = self.textures.get_mut(&id) else { return };
        let width = image.size[0];
        for row in 0..image.size[1] {
            let to = (at[1] + row) * texture.size[0] + at[0];
            let from = row * width;
            texture.pixels[to..to + width].copy_from_slice(&image.pixels[from..from + width]);
        }
    }
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 3]>,
}

/// A corner of a triangle, in pixels of the canvas.
#[derive(Clone, Copy)]
struct Corner {
    at: Pos2,
    uv: Pos2,
    colour: [f32; 4],
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0.0; 3]; width * height] }
    }

    fn fill(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
        let pixel =
            |value: f32, most: usize| (value * scale).round().clamp(0.0, most as f32) as usize;
        let clip = [
            pixel(clip.min.x, self.width),
            pixel(clip.min.y, self.height),
            pixel(clip.max.x, self.width),
            pixel(clip.max.y, self.height),
        ];
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |index: usize| corner(&mesh.vertices[corners[index] as usize], scale);
            self.triangle([corner(0), corner(1), corner(2)], texture, clip);
        }
    }

    #[allow(clippy::many_single_char_names)] // the corners and the pixel, as in every book
    fn triangle(&mut self, [a, b, c]: [Corner; 3], texture: &ColorImage, clip: [usize; 4]) {
        let area = edge(a.at, b.at, c.at);
        if area == 0.0 {
            return;
        }
        // One direction of turning for all, so that the rule for shared edges holds.
        let (b, c, area) = if area < 0.0 { (c, b, -area) } else { (b, c, area) };
        let least = |one: f32, two: f32, three: f32| one.min(two).min(three).floor().max(0.0);
        let most = |one: f32, two: f32, three: f32| one.max(two).max(three).ceil().max(0.0);
        let left = (least(a.at.x, b.at.x, c.at.x) as usize).max(clip[0]);
        let top = (least(a.at.y, b.at.y, c.at.y) as usize).max(clip[1]);
        let right = (most(a.at.x, b.at.x, c.at.x) as usize).min(clip[2]);
        let bottom = (most(a.at.y, b.at.y, c.at.y) as usize).min(clip[3]);
        let owns = [owns_edge(b.at, c.at), owns_edge(c.at, a.at), owns_edge(a.at, b.at)];
        // Most triangles are of one colour and take one texel: the white one.
        let flat = (a.uv == b.uv && b.uv == c.uv).then(|| sample(texture, a.uv));
        let plain = flat.filter(|_| a.colour == b.colour && b.colour == c.colour).map(|texel| {
            std::array::from_fn::<f32, 4, _>(|channel| texel[channel] * a.colour[channel])
        });
        for y in top..bottom {
            // Along a row each weight grows by the same step.
            let first = Pos2::new(left as f32 + 0.5, y as f32 + 0.5);
            let start = [edge(b.at, c.at, first), edge(c.at, a.at, first), edge(a.at, b.at, first)];
            let step = [b.at.y - c.at.y, c.at.y - a.at.y, a.at.y - b.at.y];
            for x in left..right {
                let along = (x - left) as f32;
                let mut weights = [0.0; 3];
                let mut inside = true;
                for side in 0..3 {
                    let weight = start[side] + along * step[side];
                    weights[side] = weight;
                    inside &= weight > 0.0 || (weight == 0.0 && owns[side]);
                }
                if !inside {
                    continue;
                }
                let pixel = &mut self.pixels[y * self.width + x];
                let source = if let Some(plain) = plain {
                    plain
                } else {
                    let [wa, wb, wc] = weights.map(|weight| weight / area);
                    let mix = |one: f32, two: f32, three: f32| wa * one + wb * two + wc * three;
                    let texel = flat.unwrap_or_else(|| {
                        let u = mix(a.uv.x, b.uv.x, c.uv.x);
                        let v = mix(a.uv.y, b.uv.y, c.uv.y);
                        sample(texture, Pos2::new(u, v))
                    });
                    std::array::from_fn(|channel| {
                        let colour = mix(a.colour[channel], b.colour[channel], c.colour[channel]);
                        texel[channel] * colour
                    })
                };
                let behind = 1.0 - source[3];
                pixel[0] = source[0] + pixel[0] * behind;
                pixel[1] = source[1] + pixel[1] * behind;
                pixel[2] = source[2] + pixel[2] * behind;
            }
        }
    }

    fn into_image(self) -> RgbaImage {
        let byte = |value: f32| (value * 255.0).round().clamp(0.0, 255.0) as u8;
        RgbaImage::from_fn(self.width as u32, self.height as u32, |x, y| {
            let [red, green, blue] = self.pixels[y as usize * self.width + x as usize];
            Rgba([byte(red), byte(green), byte(blue), 255])
        })
    }
}

fn corner(vertex: &Vertex, scale: f32) -> Corner {
    let at = Pos2::new(vertex.pos.x * scale, vertex.pos.y * scale);
    Corner { at, uv: vertex.uv, colour: channels(vertex.color) }
}

fn channels(colour: Color32) -> [f32; 4] {
    colour.to_array().map(|channel| f32::from(channel) / 255.0)
}

/// Twice the area of the triangle `from`, `to`, `point`, positive to one side.
fn edge(from: Pos2, to: Pos2, point: Pos2) -> f32 {
    (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
}

/// A pixel just on the edge of two triangles belongs to the one whose top or left it is.
fn owns_edge(from: Pos2, to: Pos2) -> bool {
    (to.y == from.y && to.x > from.x) || to.y < from.y
}

fn sample(texture: &ColorImage, uv: Pos2) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (uv.x * width as f32 - 0.5, uv.y * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right_share, bottom_share) = (x - left, y - top);
    let texel = |x: f32, y: f32| {
        let x = x.clamp(0.0, width as f32 - 1.0) as usize;
        let y = y.clamp(0.0, height as f32 - 1.0) as usize;
        channels(texture.pixels[y * width + x])
    };
    if right_share < 1e-3 && bottom_share < 1e-3 {
        return texel(left, top);
    }
    let corners = [
        (texel(left, top), (1.0 - right_share) * (1.0 - bottom_share)),
        (texel(left + 1.0, top), right_share * (1.0 - bottom_share)),
        (texel(left, top + 1.0), (1.0 - right_share) * bottom_share),
        (texel(left + 1.0, top + 1.0), right_share * bottom_share),
    ];
    std::array::from_fn(|channel| corners.iter().map(|(texel, share)| texel[channel] * share).sum())
}
