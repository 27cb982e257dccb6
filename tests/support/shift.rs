//! How much the page moves under a reader's eyes.

use anyhow::Result;
use serde_json::Value;

use crate::Browser;

/// What the browser has noted of shifts, and what it is about to note.
const SHIFTS: &str = "
    const done = arguments[0];
    const name = node => !node ? 'something removed'
        : node.nodeType === 1 ? node.tagName.toLowerCase() + (node.id ? '#' + node.id : '')
            + (node.classList.length ? '.' + [...node.classList].join('.') : '')
        : name(node.parentNode) + ' (text)';
    const found = [];
    const note = entries => entries.filter(entry => !entry.hadRecentInput).forEach(entry =>
        found.push({ value: entry.value, sources: entry.sources.map(source => name(source.node)
            + ' from ' + source.previousRect.y + ' to ' + source.currentRect.y) }));
    const observer = new PerformanceObserver(list => note(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        note(observer.takeRecords());
        done(found);
    })));";

impl Browser {
    /// The sum of all layout shifts so far that no act of the reader made, and what moved.
    ///
    /// # Errors
    /// When the browser has gone.
    pub async fn layout_shift(&self) -> Result<(f64, String)> {
        let found = self.async_script(SHIFTS, vec![]).await?;
        let shifts: Vec<&Value> = found.as_array().into_iter().flatten().collect();
        let sum = shifts.iter().filter_map(|shift| shift["value"].as_f64()).sum();
        let sources: Vec<String> = shifts.iter().map(ToString::to_string).collect();
        Ok((sum, sources.join("\n")))
    }
}
