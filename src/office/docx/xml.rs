//! A tree of XML elements, and its text.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::packet::html::is_held;

/// An element: its name, attributes and children in order.
#[derive(Clone, Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// An element without attributes and children.
pub(super) const fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element whose one attribute is `w:val`.
pub(super) fn val(name: &'static str, value: impl ToString) -> Element {
    element(name).with("w:val", value)
}

// Called by the hundred: inlined, each call would carry the element along.
impl Element {
    /// Adds an attribute.
    pub(super) fn with(self, name: &'static str, value: impl ToString) -> Self {
        self.attribute(name, &value.to_string())
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, clean(value)));
        self
    }

    /// Adds a child.
    #[inline(never)]
    pub(super) fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// Adds children.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// Adds text.
    #[inline(never)]
    pub(super) fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(clean(text)));
        self
    }

    /// The element as a document of its own.
    ///
    /// # Errors
    /// Never: it is written to memory.
    pub(super) fn document(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write<W: Write>(&self, writer: &mut Writer<W>) -> io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(writer)?,
                Node::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// What files hold of a text.
fn clean(text: &str) -> String {
    text.chars().filter(|sign| is_held(*sign)).collect()
}
