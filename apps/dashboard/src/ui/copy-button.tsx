import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useToast } from './toast.tsx';

type CopyButtonProps = {
  /** What goes to the clipboard, as machines want it. */
  readonly text: string;
  /** What it is called: `Copy PayID`. */
  readonly what: string;
};

/** Copies a text and says so. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const words = useTranslations('ui');
  const toast = useToast();

  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => toast.show(words('copied', { what })),
      () => toast.show(words('copyFailed')),
    );
  };

  return (
    <Button tone="quiet" size="small" label={words('copyWhat', { what })} onPress={copy}>
      <Icon name="copy" />
      {words('copy')}
    </Button>
  );
}
