// A diagram opens where the case stands, as large as it can be read. The whole of it, which Tasklist
// opens with, is a city seen from the air; its button “恢复原大小” still shows that.
import { viewerIn } from '../../../../rectify/engine-insides.js';

const READABLE = 0.85;

function show(pane) {
  const viewer = viewerIn(pane);
  const marked = pane.querySelector('.djs-element.highlight');
  if (!viewer || !marked) {
    return;
  }
  const canvas = viewer.get('canvas');
  const step = viewer.get('elementRegistry').get(marked.dataset.elementId);
  if (!step || canvas.zoom() >= READABLE) {
    return;
  }
  const { outer } = canvas.viewbox();
  const [width, height] = [outer.width / READABLE, outer.height / READABLE];
  canvas.viewbox({
    x: step.x + step.width / 2 - width / 2,
    y: step.y + step.height / 2 - height / 2,
    width,
    height
  });
}

new MutationObserver(() => {
  const pane = document.querySelector('.diagram-pane:not([data-rectify-shown])');
  if (pane && pane.querySelector('.djs-element.highlight')) {
    pane.dataset.rectifyShown = 'true';
    setTimeout(() => show(pane));
  }
}).observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] });

export default [];
