import '../ui/styles.css';
import './popup.css';
import './answer.css';
import './cards.css';
import { render } from 'preact';
import type { AloudApi } from '../../preload/contract';
import { Popup } from './popup';
import { createPopupModel } from './popup-model';

declare global {
  interface Window {
    readonly aloud: AloudApi;
  }
}

const { aloud } = window;
const model = createPopupModel(aloud, () => {});

aloud.onSnapshot(model.receive);
aloud.onShown(({ view }) => model.shown(view));
aloud.onHidden(model.hidden);
void aloud.getSnapshot().then(model.receive);

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <Popup model={model} level={() => 0} onHeight={(height) => void aloud.setContentHeight(height)} />,
    root,
  );
}
