import { screen } from 'electron';

/** In the middle of the display where the user is, and no larger than that. DIP. Once the app is ready. */
export function centred(size: { width: number; height: number }): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  };
}
