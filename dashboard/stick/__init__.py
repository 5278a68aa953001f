"""Tables from a USB stick: content that nobody vouches for until it has been read, checked and, where asked, signed."""
