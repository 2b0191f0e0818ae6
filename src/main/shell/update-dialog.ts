import { dialog } from 'electron';
import type { UpdateMessage } from './update-message';

/** Tells the user about updates. True when Aloud is to be started anew with one. Once the app is ready. */
export async function offerUpdate({ title, detail, buttons, canInstall }: UpdateMessage): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: 'Aloud',
    message: title,
    detail,
    buttons,
    defaultId: 0,
    cancelId: buttons.length - 1,
  });
  return canInstall && response === 0;
}
